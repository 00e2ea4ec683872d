package org.footbridge.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.footbridge.local.demo.Api;
import org.footbridge.local.demo.World;

/** How long the lists of the desks take beside many referrals, at a rate far from saturation. */
final class DeskLists {
    private static final double PER_SECOND = 10;
    private static final List<String> DESKS = List.of("MINE", "SCHOOL_QUEUE", "OVERDUE", "AWAITING_CONSENT", "UNOWNED");
    private static final int DEEP = 20;

    /** Until the compiler is done with what only this list needs: at the rate that is measured it would take minutes. */
    private static final double WARM_UP_PER_SECOND = 40;

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration TIME = Duration.ofSeconds(15);
    private static final double NANOS_PER_MILLI = 1e6;

    private final World world;

    DeskLists(World world) {
        this.world = world;
    }

    /** Milliseconds by list. */
    Map<String, Map<String, Double>> measure() {
        Map<String, Map<String, Double>> lists = new LinkedHashMap<>();
        Api coordinator = world.as(World.COORDINATOR);
        Api educator = world.as(World.EDUCATOR);
        Api agency = world.as(World.AGENCY_STAFF);
        String all = "/api/v1/referrals?limit=50";
        lists.put("districtQueue", timed(coordinator, all));
        lists.put("districtQueueDeep", timed(coordinator, deep(coordinator, all)));
        lists.put("awaitingConsent", timed(coordinator, all + "&state=AWAITING_CONSENT"));
        for (String desk : DESKS) {
            lists.put("desk " + desk, timed(coordinator, all + "&desk=" + desk));
        }
        lists.put("deskCounts", timed(coordinator, "/api/v1/referrals/counts?desk=SCHOOL_QUEUE"));
        lists.put("myReferrals", timed(educator, all));
        lists.put("agencyInbox", timed(agency, "/api/v1/placements?limit=50"));
        lists.put("agencySent", timed(agency, "/api/v1/placements?limit=50&state=SENT"));
        return lists;
    }

    private static String deep(Api who, String path) {
        String page = path;
        for (int i = 0; i < DEEP; i++) {
            JsonNode next = who.get(page).expect(200).body().path("next");
            page = next.isTextual() ? path + "&cursor=" + next.asText() : page;
        }
        return page;
    }

    private static Map<String, Double> timed(Api who, String path) {
        Load.open(WARM_UP_PER_SECOND, WARM_UP, () -> who.get(path).expect(200));
        List<Double> taken = Collections.synchronizedList(new ArrayList<>());
        Load.open(PER_SECOND, TIME, () -> {
            long begin = System.nanoTime();
            who.get(path).expect(200);
            taken.add((System.nanoTime() - begin) / NANOS_PER_MILLI);
        });
        Percentiles percentiles = Percentiles.of(taken);
        return Map.of("p50Ms", LoopBench.rounded(percentiles.p50()), "p99Ms", LoopBench.rounded(percentiles.p99()));
    }
}
