/** Whether a service can take on somebody: agencies say so, and what they said goes stale (decision 31). */
package org.footbridge.directory.capacity;
