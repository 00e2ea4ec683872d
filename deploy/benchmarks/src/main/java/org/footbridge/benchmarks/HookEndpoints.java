package org.footbridge.benchmarks;

import java.util.List;
import java.util.Map;
import org.footbridge.local.demo.Api;
import org.footbridge.local.demo.World;

/** The agency's webhook endpoints, through the gateway. */
final class HookEndpoints {
    private static final String PATH = "/api/v1/webhooks/endpoints";

    private final Api agency;

    HookEndpoints(World world) {
        agency = world.as(World.AGENCY_STAFF);
    }

    void register(List<String> urls) {
        urls.forEach(url -> agency.create(PATH, Map.of("url", url, "eventTypes", List.of("referral.*")))
                .expect(201));
    }

    void removeAll() {
        agency.get(PATH + "?limit=200").expect(200).body().at("/items").forEach(endpoint -> {
            String path = PATH + "/" + endpoint.at("/id").asText();
            agency.delete(path, agency.get(path).expect(200).etag()).expect(204);
        });
    }
}
