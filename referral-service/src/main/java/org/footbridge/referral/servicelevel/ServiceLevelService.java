package org.footbridge.referral.servicelevel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.referral.Urgency;

/** Keeps what a district has decided about its limits. */
@ApplicationScoped
public class ServiceLevelService {
    private final ServiceLevelRepository plans;
    private final ClockRecount recount;
    private final ObjectMapper json;
    private final Clock clock;

    ServiceLevelService(ServiceLevelRepository plans, ClockRecount recount, ObjectMapper json, Clock clock) {
        this.plans = plans;
        this.recount = recount;
        this.json = json;
        this.clock = clock;
    }

    /** The limits that hold, and their version: 0 while a district has set none. */
    record Held(ServiceLevels levels, long version) {}

    @WithTransaction
    Uni<Held> read(Caller caller, UUID district) {
        return plans.findById(own(caller, district)).map(this::held);
    }

    /** Replaces what the district has set so far. */
    @WithTransaction
    Uni<Held> replace(Caller caller, UUID district, long expected, ServiceLevelDocument document) {
        document.check();
        return plans.findById(own(caller, district)).chain(known -> {
            Version.require(expected, held(known).version());
            ServiceLevelPlan plan = known == null ? new ServiceLevelPlan(district) : known;
            plan.take(write(document), clock.instant());
            return plans.persistAndFlush(plan)
                    .call(() -> recount.district(district))
                    .map(this::held);
        });
    }

    /** The limits of a district that the running transaction may see. */
    Uni<ServiceLevels> levels(UUID tenant) {
        return plans.findById(tenant).map(plan -> held(plan).levels());
    }

    /** How long each contact of an on-call chain has. A crisis uses no calendar, so it is a span of the clock. */
    public Uni<Duration> acknowledgementLimit(UUID tenant) {
        return levels(tenant).map(levels -> levels.limit(Urgency.CRISIS, ClockKind.CRISIS_ACKNOWLEDGEMENT)
                .orElseThrow()
                .span());
    }

    private Held held(ServiceLevelPlan plan) {
        ServiceLevels levels = new ServiceLevels();
        if (plan == null) {
            return new Held(levels, 0);
        }
        read(plan)
                .limits()
                .forEach((urgency, each) -> each.forEach((kind, limit) -> levels.with(urgency, kind, limit)));
        return new Held(levels, plan.version() + 1);
    }

    private static UUID own(Caller caller, UUID district) {
        if (!district.equals(caller.tenant())) {
            throw CommonProblem.NOT_FOUND.because("There is no such district for this caller.");
        }
        return district;
    }

    private ServiceLevelDocument read(ServiceLevelPlan plan) {
        try {
            return json.readValue(plan.limits(), ServiceLevelDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the service levels of a district cannot be read", e);
        }
    }

    private String write(ServiceLevelDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("service levels cannot be written", e);
        }
    }
}
