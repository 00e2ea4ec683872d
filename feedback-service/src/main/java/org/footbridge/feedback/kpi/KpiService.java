package org.footbridge.feedback.kpi;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.feedback.roster.DistrictSettings;
import org.footbridge.feedback.roster.VisibilityService;
import org.footbridge.feedback.roster.VisibleSchools;

/** Makes figures of what the caller may see: a district's administrators all of it, a coordinator the own schools. */
@ApplicationScoped
public class KpiService {
    private final VisibilityService visibility;
    private final ClosedLoopsRepository closedLoops;
    private final Clock clock;

    public KpiService(VisibilityService visibility, ClosedLoopsRepository closedLoops, Clock clock) {
        this.visibility = visibility;
        this.closedLoops = closedLoops;
        this.clock = clock;
    }

    @WithTransaction
    Uni<ClosedLoopsResponse> closedLoops(Caller caller, ClosedLoopsQuery query) {
        return visibility
                .settings(caller.tenant())
                .onItem()
                .ifNull()
                .failWith(KpiService::unknownDistrict)
                .chain(settings -> schools(caller).chain(schools -> count(caller, query, settings, schools)));
    }

    private Uni<ClosedLoopsResponse> count(
            Caller caller, ClosedLoopsQuery query, DistrictSettings settings, VisibleSchools schools) {
        Period period = Period.of(query, LocalDate.now(clock.withZone(settings.zone())), settings.zone());
        return closedLoops
                .count(caller.tenant(), period, schools, query.groupBy())
                .map(figures -> ClosedLoopsResponse.of(period, settings.minimumCell(), figures));
    }

    private Uni<VisibleSchools> schools(Caller caller) {
        return visibility.schools(caller).invoke(schools -> {
            if (schools.isNone()) {
                throw FeedbackProblem.NO_SCHOOL.because(
                        "Ask a district administrator to grant the coordinator's role for a school.");
            }
        });
    }

    private static Throwable unknownDistrict() {
        return FeedbackProblem.DISTRICT_UNKNOWN
                .because("Try again once the district has been set up.")
                .header("Retry-After", "5");
    }
}
