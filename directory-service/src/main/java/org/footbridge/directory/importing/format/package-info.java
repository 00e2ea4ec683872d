/** Reads files of every form that is taken into HSDS records, each with its place in the file. */
package org.footbridge.directory.importing.format;
