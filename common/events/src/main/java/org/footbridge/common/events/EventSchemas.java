package org.footbridge.common.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schemas (2020-12) and golden examples of the payloads, which stand beside this class as resources. */
public final class EventSchemas {
    /** The schema that all events about a referral share. */
    public static final String REFERRAL_SNAPSHOT = "referral-snapshot";

    /** What every schema's {@code $id} starts with; the rest is the event's public name. */
    public static final String IDS = "urn:footbridge:events:";

    private EventSchemas() {}

    /** The schema of a payload, as JSON. */
    public static String schema(EventType type) {
        return schema(type.publicName());
    }

    /** A schema by the last part of its {@code $id}, as JSON. */
    public static String schema(String name) {
        return read(name + ".schema.json");
    }

    /** A payload as it stands on the wire, as JSON: producers write this form, consumers must be able to read it. */
    public static String example(EventType type) {
        return read(type.publicName() + ".example.json");
    }

    private static String read(String file) {
        try (InputStream resource = EventSchemas.class.getResourceAsStream("/events/" + file)) {
            if (resource == null) {
                throw new IllegalStateException("common/events lacks the resource events/" + file);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
