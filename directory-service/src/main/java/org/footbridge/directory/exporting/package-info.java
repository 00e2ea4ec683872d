/** Gives the directory out again, whole or restricted to what the caller may see. */
package org.footbridge.directory.exporting;
