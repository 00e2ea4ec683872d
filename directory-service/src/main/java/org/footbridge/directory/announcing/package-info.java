/** Tells the bus what changed in the directory. */
package org.footbridge.directory.announcing;
