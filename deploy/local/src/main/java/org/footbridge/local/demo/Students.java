package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The demo's students, as the coordinator finds them. */
final class Students {
    private Students() {}

    /** By the roster's own id ({@code sourcedId}). */
    static Map<String, JsonNode> of(World world) {
        Map<String, JsonNode> found = new HashMap<>();
        world.as(World.COORDINATOR)
                .get("/api/v1/students?limit=200")
                .expect(200)
                .body()
                .at("/items")
                .forEach(one -> found.put(one.at("/sourcedId").asText(), one));
        return found;
    }
}
