package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The coordinator's KPI of closed loops by home language. */
public record Figures(int closedLoops, String medianWaitDays, boolean smallCellIsHidden) {
    private static final Duration SETTLED = Duration.ofSeconds(30);

    /** The figures once they know of every finished referral: events take a moment. */
    static Figures settled(World world) {
        int finished = Referrals.finished(world).size();
        return Patience.await(
                "the figures to know " + finished + " closed loops", SETTLED, () -> Optional.of(ask(world))
                        .filter(figures -> figures.closedLoops() == finished));
    }

    static Figures ask(World world) {
        JsonNode kpi = world.as(World.COORDINATOR)
                .get("/api/v1/kpis/closed-loops?groupBy=homeLanguage")
                .expect(200)
                .body();
        boolean hidden = StreamSupport.stream(kpi.at("/cells").spliterator(), false)
                .filter(cell -> cell.at("/key").asText().equals("vi"))
                .allMatch(cell -> cell.at("/suppressed").asBoolean()
                        && !cell.at("/closedLoops").isNumber());
        return new Figures(
                kpi.at("/total/closedLoops").asInt(),
                kpi.at("/total/medianWaitDays").asText(),
                hidden);
    }
}
