/** The directory of services: HSDS 3.2 reads, matching search, capacity, import. It is global, so nothing here belongs to a tenant. */
package org.footbridge.directory;
