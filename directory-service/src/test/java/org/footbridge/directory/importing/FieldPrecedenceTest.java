package org.footbridge.directory.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.footbridge.directory.importing.format.Json;
import org.junit.jupiter.api.Test;

class FieldPrecedenceTest {
    private static final Map<String, Integer> NUMBERS = Map.of("county", 10, "state", 50, "other", 50);

    private final ObjectNode stored = json("""
            {"id": "s", "name": "By county", "url": "https://state.example", "email": "a@state.example"}
            """);
    private final ObjectNode owners = json("""
            {"name": "county", "url": "state", "email": "state"}
            """);

    @Test
    void shouldKeepTheWordOfThePreferredSource() {
        ObjectNode given = json("{\"id\": \"s\", \"name\": \"By state\", \"url\": \"https://new.example\"}");

        new FieldPrecedence("state", NUMBERS).settle(given, stored, owners);

        assertThat(given).isEqualTo(json("{\"id\": \"s\", \"name\": \"By county\", \"url\": \"https://new.example\"}"));
        assertThat(owners).isEqualTo(json("{\"name\": \"county\", \"url\": \"state\"}"));
    }

    @Test
    void shouldLetThePreferredSourceTakeAFieldOver() {
        ObjectNode given = json("{\"id\": \"s\", \"name\": \"By county\", \"url\": \"https://county.example\"}");

        new FieldPrecedence("county", NUMBERS).settle(given, stored, owners);

        assertThat(given.path("url").asText()).isEqualTo("https://county.example");
        assertThat(given.path("email").asText()).isEqualTo("a@state.example");
        assertThat(owners.path("url").asText()).isEqualTo("county");
        assertThat(owners.path("email").asText()).isEqualTo("state");
    }

    @Test
    void shouldLeaveTheFirstWordOfTwoEqualsAndFillWhatNobodySays() {
        ObjectNode given = json("{\"id\": \"s\", \"url\": \"https://other.example\", \"alert\": \"Closed in May\"}");

        new FieldPrecedence("other", NUMBERS).settle(given, stored, owners);

        assertThat(given.path("url").asText()).isEqualTo("https://state.example");
        assertThat(given.path("alert").asText()).isEqualTo("Closed in May");
        assertThat(owners.path("alert").asText()).isEqualTo("other");
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
