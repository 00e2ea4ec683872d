package org.footbridge.notification.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.footbridge.common.events.EventType;
import org.footbridge.notification.endpoint.EventFilter;

/** The JSON Schemas (2020-12) of what is posted, with their examples: resources of this service, made for one type each. */
@Singleton
class BodySchemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode agency = read("agency-body");
    private final JsonNode district = read("district-body");
    private final JsonNode directory = read("directory-body");

    /** What an agency is posted. */
    JsonNode ofAgency(EventType type) {
        return named(EventFilter.isForAgenciesOnly(type) ? directory : agency, type.publicName());
    }

    /** What a district's own app is posted; {@code null} where it never is. */
    JsonNode ofDistrict(EventType type) {
        return EventFilter.isForAgenciesOnly(type) ? null : named(district, type.publicName());
    }

    private static JsonNode named(JsonNode schema, String type) {
        ObjectNode own = schema.deepCopy();
        ((ObjectNode) own.at("/properties/type")).put("const", type);
        ((ObjectNode) own.at("/examples/0")).put("type", type);
        return own;
    }

    private static JsonNode read(String name) {
        try (InputStream file = BodySchemas.class.getResourceAsStream("/webhooks/" + name + ".schema.json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
