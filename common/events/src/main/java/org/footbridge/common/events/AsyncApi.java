package org.footbridge.common.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** The AsyncAPI 3.0 document of the bus, made from the catalogue, so that it cannot lag behind it. */
public final class AsyncApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String CHANNELS = "#/channels/";

    private AsyncApi() {}

    /** The document as JSON. */
    public static String document() {
        ObjectNode document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Footbridge events")
                .put("version", "v1")
                .put("description", "CloudEvents 1.0 in binary mode. The record key is the event's subject.");
        document.put("defaultContentType", "application/json");
        channels(document.putObject("channels"));
        operations(document.putObject("operations"));
        components(document.putObject("components"));
        return document.toPrettyString();
    }

    private static void channels(ObjectNode channels) {
        for (Topic topic : inUse()) {
            ObjectNode channel = channels.putObject(topic.name()).put("address", topic.topicName());
            channel.putObject("bindings").putObject("kafka").put("partitions", Topic.PARTITIONS);
            ObjectNode messages = channel.putObject("messages");
            for (EventType type : of(topic)) {
                messages.putObject(type.publicName()).put("$ref", "#/components/messages/" + type.publicName());
            }
        }
    }

    private static void operations(ObjectNode operations) {
        for (Topic topic : inUse()) {
            operations
                    .putObject("publish" + topic.name())
                    .put("action", "send")
                    .put("summary", "What " + topic.source() + " publishes.")
                    .putObject("channel")
                    .put("$ref", CHANNELS + topic.name());
        }
    }

    private static void components(ObjectNode components) {
        ObjectNode messages = components.putObject("messages");
        ObjectNode schemas = components.putObject("schemas");
        schemas.set(EventSchemas.REFERRAL_SNAPSHOT, embedded(EventSchemas.schema(EventSchemas.REFERRAL_SNAPSHOT)));
        for (EventType type : EventType.values()) {
            ObjectNode schema = embedded(EventSchemas.schema(type));
            messages.putObject(type.publicName())
                    .put("name", type.type())
                    .put("summary", schema.get("description").textValue())
                    .putObject("payload")
                    .put("$ref", SCHEMAS + type.publicName());
            schemas.set(type.publicName(), schema);
        }
    }

    /** Inside of one document, schemas refer to each other by place and not by name. */
    private static ObjectNode embedded(String schema) {
        try {
            ObjectNode node = (ObjectNode) JSON.readTree(schema);
            node.remove(List.of("$schema", "$id"));
            if (node.has("$ref")) {
                node.put("$ref", node.get("$ref").textValue().replace(EventSchemas.IDS, SCHEMAS));
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema of common/events is no JSON", e);
        }
    }

    private static List<Topic> inUse() {
        return Arrays.stream(Topic.values())
                .filter(topic -> !of(topic).isEmpty())
                .toList();
    }

    private static List<EventType> of(Topic topic) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.topic() == topic)
                .toList();
    }
}
