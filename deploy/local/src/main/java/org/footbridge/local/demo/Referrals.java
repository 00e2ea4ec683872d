package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The coordinator's list of referrals, page after page. */
final class Referrals {
    private Referrals() {}

    /** Those that are COMPLETED. */
    static List<JsonNode> finished(World world) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = world.as(World.COORDINATOR)
                    .get("/api/v1/referrals?state=COMPLETED&limit=200" + cursor)
                    .expect(200)
                    .body();
            page.at("/items").forEach(all::add);
            cursor = "&cursor=" + page.path("next").asText();
        } while (!cursor.equals("&cursor="));
        return all;
    }
}
