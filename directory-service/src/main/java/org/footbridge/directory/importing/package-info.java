/** Loads HSDS JSON: validated whole, applied whole, and a file sent twice changes nothing. */
package org.footbridge.directory.importing;
