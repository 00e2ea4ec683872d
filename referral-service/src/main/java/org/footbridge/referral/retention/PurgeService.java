package org.footbridge.referral.retention;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.referral.attachment.AttachmentService;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Handling;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.lifecycle.Actor;

/** Destroys what is due and not held back: on request, and each night where the district wants that. */
@ApplicationScoped
public class PurgeService {
    static final WorkKind NIGHTLY = new WorkKind("retention-purge");

    /** As much is destroyed in one transaction. */
    static final int BATCH = 100;

    /** No school is open, and every zone has that hour each day. */
    private static final int HOUR = 4;

    private final RetentionRepository plans;
    private final CaseFiles files;
    private final AttachmentService attachments;
    private final DistrictService districts;
    private final WorkQueueService queue;
    private final Clock clock;

    PurgeService(
            RetentionRepository plans,
            CaseFiles files,
            AttachmentService attachments,
            DistrictService districts,
            WorkQueueService queue,
            Clock clock) {
        this.plans = plans;
        this.files = files;
        this.attachments = attachments;
        this.districts = districts;
        this.queue = queue;
        this.clock = clock;
    }

    /** A referral, or a part of one, whose time is up. */
    private record Due(RecordClass kind, UUID referral) {}

    /** One batch. The content goes, the ledger stays, and everybody is told of a referral that it is gone. */
    @WithTransaction
    Uni<PurgeResult> purge(List<RetentionPolicy> policies, Actor by) {
        Instant now = clock.instant();
        return due(policies, by, now)
                .call(found -> plans.lockStudents(
                        by.organizationId(), found.stream().map(Due::referral).collect(Collectors.toSet())))
                // what is held by now stays: a hold that was placed a moment ago must not come too late
                .chain(found -> due(policies, by, now)
                        .map(still -> found.stream().filter(still::contains).toList()))
                .map(PurgeService::whole)
                .chain(due -> all(by, due, now));
    }

    private Uni<List<Due>> due(List<RetentionPolicy> policies, Actor by, Instant now) {
        return Multi.createFrom()
                .iterable(policies)
                .onItem()
                .transformToUniAndConcatenate(policy -> plans.due(by.organizationId(), policy, now, false, BATCH + 1)
                        .map(ids -> ids.stream()
                                .map(id -> new Due(policy.recordClass(), id))
                                .toList()))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(List::stream).toList());
    }

    /** What goes with its referral needs no step of its own. */
    private static List<Due> whole(List<Due> due) {
        Set<UUID> referrals = due.stream()
                .filter(one -> one.kind().isReferral())
                .map(Due::referral)
                .collect(Collectors.toSet());
        return due.stream()
                .filter(one -> one.kind().isReferral()
                        || one.kind() == RecordClass.CONSENT_PAPER
                        || !referrals.contains(one.referral()))
                .toList();
    }

    private Uni<PurgeResult> all(Actor by, List<Due> due, Instant now) {
        List<Due> batch = due.stream().limit(BATCH).toList();
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(one -> one(by, one, now))
                .collect()
                .asList()
                .map(done -> new PurgeResult(done.size(), due.size() > BATCH));
    }

    /** The event comes after the deed, so that it says nothing any more that was to be forgotten. */
    private Uni<Boolean> one(Actor by, Due due, Instant now) {
        return bytes(by, due)
                .chain(keys -> gone(due, now)
                        .chain(() -> files.find(by.organizationId(), due.referral()))
                        .chain(file -> files.record(
                                file,
                                due.kind().isReferral()
                                        ? new Handling(file).purged(by, now)
                                        : new Handling(file).partPurged(due.kind() + "_PURGED", by, now)))
                        .chain(() -> attachments.destroy(keys)))
                // the next one may be another part of the same referral, whose version the database has moved
                .chain(Panache::getSession)
                .map(session -> session.clear() != null);
    }

    private Uni<List<String>> bytes(Actor by, Due due) {
        return due.kind().isReferral() || due.kind() == RecordClass.ATTACHMENT
                ? attachments.keys(by.organizationId(), due.referral())
                : Uni.createFrom().item(List.of());
    }

    private Uni<Void> gone(Due due, Instant now) {
        return due.kind().isReferral() ? plans.purge(due.referral(), now) : plans.purgePart(due.referral(), due.kind());
    }

    /** From now on each night, or no more. */
    @WithTransaction
    Uni<Void> schedule(UUID district, boolean nightly) {
        return nightly
                ? nextNight(district).chain(due -> queue.put(WorkItem.ofTenant(NIGHTLY, district, district), due))
                : queue.cancel(NIGHTLY, district);
    }

    /** The district wants it no more. */
    @WithTransaction
    Uni<Void> stop(WorkItem work) {
        return queue.finishHeld(work);
    }

    /** One batch of a night; the next one follows at once while more is due. */
    @WithTransaction
    Uni<Void> nightly(WorkItem work, List<RetentionPolicy> policies) {
        Actor service = new Actor("footbridge", null, work.tenant(), "RETENTION");
        return purge(policies, service)
                .chain(done -> done.more() ? Uni.createFrom().item(clock.instant()) : nextNight(work.tenant()))
                .chain(due -> queue.postponeHeld(work, due));
    }

    private Uni<Instant> nextNight(UUID district) {
        return districts.settings(district).map(settings -> settings.dateAt(clock.instant())
                .plusDays(1)
                .atTime(HOUR, 0)
                .atZone(settings.zone())
                .toInstant());
    }
}
