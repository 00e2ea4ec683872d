/** Lets agencies, districts and the platform write the records that are theirs, whole and with the version they read. */
package org.footbridge.directory.editing;
