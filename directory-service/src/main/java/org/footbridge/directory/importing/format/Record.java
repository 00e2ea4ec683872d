package org.footbridge.directory.importing.format;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record as a file holds it.
 *
 * @param entity its kind, by the name that HSDS gives it
 * @param pointer where it stands, in the words of the file: a JSON Pointer, {@code /lines/3} or {@code /services.csv/2}
 * @param partial what is absent is not said, so what is stored of it stays
 */
public record Record(String entity, ObjectNode node, String pointer, boolean partial) {}
