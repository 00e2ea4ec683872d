package org.footbridge.referral.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.lifecycle.Actor;

/** Keeps a district's policies, tells what they would do, and has destroyed what is due. */
@ApplicationScoped
public class RetentionService {
    private final RetentionRepository plans;
    private final PurgeService purges;
    private final ObjectMapper json;
    private final Clock clock;

    RetentionService(RetentionRepository plans, PurgeService purges, ObjectMapper json, Clock clock) {
        this.plans = plans;
        this.purges = purges;
        this.json = json;
        this.clock = clock;
    }

    /** The policies and their version: 0 while a district has set none. */
    record Held(RetentionDocument document, long version) {}

    @WithTransaction
    Uni<Held> read(Caller caller, UUID district) {
        return plans.findById(own(caller, district)).map(this::held);
    }

    /** Replaces what the district has set so far. */
    @WithTransaction
    Uni<Held> replace(Caller caller, UUID district, long expected, RetentionDocument document) {
        document.check();
        return plans.findById(own(caller, district)).chain(known -> {
            Version.require(expected, held(known).version());
            RetentionPlan plan = known == null ? new RetentionPlan(district) : known;
            plan.take(write(document), clock.instant());
            return plans.persistAndFlush(plan)
                    .call(() -> purges.schedule(district, document.runsByItself()))
                    .map(this::held);
        });
    }

    /** What a purge would do now. */
    @WithTransaction
    Uni<RetentionReport> report(Caller caller, UUID district) {
        Instant now = clock.instant();
        return read(caller, district)
                .chain(held -> Multi.createFrom()
                        .iterable(held.document().policies())
                        .onItem()
                        .transformToUniAndConcatenate(policy -> line(district, policy, now))
                        .collect()
                        .asList())
                .map(lines -> new RetentionReport(now, lines));
    }

    private Uni<RetentionReport.Line> line(UUID district, RetentionPolicy policy, Instant now) {
        int most = RetentionReport.CAP + 1;
        return plans.due(district, policy, now, false, most).chain(due -> plans.due(district, policy, now, true, most)
                .map(heldBack -> new RetentionReport.Line(
                        policy.recordClass(),
                        policy.trigger(),
                        policy.years(),
                        Math.min(due.size(), RetentionReport.CAP),
                        Math.min(heldBack.size(), RetentionReport.CAP),
                        due.size() == most || heldBack.size() == most)));
    }

    /** Destroys what is due and not held back. */
    @WithTransaction
    Uni<PurgeResult> purge(Caller caller, UUID district) {
        Actor by = new Actor(caller.subject(), null, district, "DISTRICT_ADMIN");
        return read(caller, district).chain(held -> purges.purge(held.document().policies(), by));
    }

    /** As the policies are tonight. */
    @WithTransaction
    Uni<Void> nightly(WorkItem work) {
        return plans.findById(work.tenant())
                .map(plan -> held(plan).document())
                .chain(document ->
                        document.runsByItself() ? purges.nightly(work, document.policies()) : purges.stop(work));
    }

    private Held held(RetentionPlan plan) {
        return plan == null ? new Held(RetentionDocument.NONE, 0) : new Held(read(plan), plan.version() + 1);
    }

    private static UUID own(Caller caller, UUID district) {
        if (!district.equals(caller.tenant())) {
            throw CommonProblem.NOT_FOUND.because("There is no such district for this caller.");
        }
        return district;
    }

    private RetentionDocument read(RetentionPlan plan) {
        try {
            return json.readValue(plan.policies(), RetentionDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the retention policies of a district cannot be read", e);
        }
    }

    private String write(RetentionDocument document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("retention policies cannot be written", e);
        }
    }
}
