package org.footbridge.directory.editing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * A record as it is stored.
 *
 * @param organization the organization itself, or the one that a service belongs to
 * @param mine the caller may edit it
 */
record StoredRecord(
        UUID id, UUID organization, String visibility, UUID curator, long version, boolean mine, ObjectNode document) {

    RecordResponse response() {
        return new RecordResponse(Visibility.of(visibility), curator, document);
    }
}
