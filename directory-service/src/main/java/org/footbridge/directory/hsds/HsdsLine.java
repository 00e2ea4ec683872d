package org.footbridge.directory.hsds;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** A record of a stream: JSON text that is written as it is. */
record HsdsLine(@JsonValue @JsonRawValue String json) {}
