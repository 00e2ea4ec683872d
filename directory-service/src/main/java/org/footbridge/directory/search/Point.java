package org.footbridge.directory.search;

/** A place on the globe in WGS 84 degrees. */
record Point(double latitude, double longitude) {}
