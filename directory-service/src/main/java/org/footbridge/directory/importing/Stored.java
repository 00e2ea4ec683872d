package org.footbridge.directory.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record as the directory has it.
 *
 * @param owner the organization that it belongs to, {@code null} for a place of nobody
 */
record Stored(ObjectNode document, String owner) {}
