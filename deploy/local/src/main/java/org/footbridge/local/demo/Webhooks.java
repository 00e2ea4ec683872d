package org.footbridge.local.demo;

import java.util.List;
import java.util.Map;

/** The agency's side of webhooks: one endpoint, which replaces those of earlier plays. */
public final class Webhooks {
    private static final String ENDPOINTS = "/api/v1/webhooks/endpoints";

    private Webhooks() {}

    /** Registers the receiver for every referral event and lets it trust the secret, which is shown only now. */
    public static void register(World world, WebhookReceiver receiver) {
        Api agency = world.as(World.AGENCY_STAFF);
        agency.get(ENDPOINTS).expect(200).body().at("/items").forEach(old -> {
            String path = ENDPOINTS + "/" + old.at("/id").asText();
            agency.delete(path, agency.get(path).expect(200).etag()).expect(204);
        });
        Api.Answer made = agency.create(
                        ENDPOINTS,
                        Map.of(
                                "url", receiver.address().toString(),
                                "eventTypes", List.of("referral.*"),
                                "description", "the demo's receiver"))
                .expect(201);
        receiver.trust(made.at("/secret"));
        String again = agency.get(ENDPOINTS + "/" + made.at("/id")).expect(200).text();
        if (again.contains("whsec_")) {
            throw new StoryFailed("the endpoint's secret is shown a second time");
        }
    }
}
