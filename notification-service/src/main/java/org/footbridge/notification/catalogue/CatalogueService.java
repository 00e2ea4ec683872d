package org.footbridge.notification.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.footbridge.common.events.AsyncApi;
import org.footbridge.common.events.EventSchemas;
import org.footbridge.common.events.EventType;
import org.footbridge.notification.endpoint.EventFilter;

/** Reads the catalogue of {@code common/events}; nothing of it is written twice. */
@Singleton
public class CatalogueService {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<EventTypeResponse> types;
    private final String asyncApi = AsyncApi.document();

    public CatalogueService(BodySchemas bodies) {
        this.types = Arrays.stream(EventType.values())
                .filter(type -> EventFilter.isKnown(type.publicName()))
                .map(type -> response(type, bodies))
                .toList();
    }

    List<EventTypeResponse> types() {
        return types;
    }

    Optional<EventTypeResponse> type(String name) {
        return types.stream().filter(type -> type.type().equals(name)).findFirst();
    }

    String asyncApi() {
        return asyncApi;
    }

    private static EventTypeResponse response(EventType type, BodySchemas bodies) {
        String name = type.publicName();
        JsonNode schema = json(EventSchemas.schema(type));
        return new EventTypeResponse(
                name,
                schema.path("description").asText(),
                List.of("*", name.substring(0, name.indexOf('.')) + ".*"),
                map(bodies.ofAgency(type)),
                map(bodies.ofDistrict(type)),
                map(schema),
                map(json(EventSchemas.example(type))));
    }

    private static Map<String, Object> map(JsonNode object) {
        return JSON.convertValue(object, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a resource of common/events is no JSON", e);
        }
    }
}
