/** Where postal codes are, so that a family can say where it lives without an address. */
package org.footbridge.directory.place;
