package org.footbridge.directory.exporting;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** A piece of a stream: text that is written as it is. */
record Piece(@JsonValue @JsonRawValue String text) {}
