package org.footbridge.referral.servicelevel;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.placement.Placement;

/**
 * Looks at the clocks of one referral when its time has come: reckons them by the rules of now, tells of those that are due soon or
 * overdue, and says when to look again. Never touches the referral itself: a late step is still the same step.
 */
@ApplicationScoped
public class ClockAlarmService {
    private final CaseFiles files;
    private final ClockRepository clocks;
    private final ClockKeeper keeper;
    private final ClockNews news;
    private final WorkQueueService queue;
    private final Clock clock;

    ClockAlarmService(
            CaseFiles files,
            ClockRepository clocks,
            ClockKeeper keeper,
            ClockNews news,
            WorkQueueService queue,
            Clock clock) {
        this.files = files;
        this.clocks = clocks;
        this.keeper = keeper;
        this.news = news;
        this.queue = queue;
        this.clock = clock;
    }

    /** A step that is being taken at this moment is waited for, and then seen. */
    @WithTransaction
    Uni<Void> look(WorkItem work) {
        return files.find(work.tenant(), work.id())
                .chain(file -> file == null
                        ? queue.finishHeld(work)
                        : files.lock(file)
                                .chain(() -> look(file))
                                .chain(next -> next == null ? queue.finishHeld(work) : queue.postponeHeld(work, next)));
    }

    private Uni<Instant> look(CaseFile file) {
        Instant now = clock.instant();
        return clocks.of(file.referral().tenantId(), file.referral().id())
                .chain(stored -> keeper.read(file, stored, stored.isEmpty(), now))
                .chain(reading -> keeper.keep(file, reading, now)
                        .call(all -> ring(file, new ClockKeeper.Reading(all, reading.reckoned()), now)))
                .map(ClockKeeper::next);
    }

    private Uni<Void> ring(CaseFile file, ClockKeeper.Reading reading, Instant now) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Reckoned each : reading.reckoned()) {
            Optional<StoredClock.Alarm> alarm = reading.of(each).ring(each.span(), keeper.rules(), now);
            if (alarm.isPresent()) {
                chain = chain.chain(() -> tell(file, each.placementId(), alarm.get()));
            }
        }
        return chain.chain(clocks::flush);
    }

    private Uni<Void> tell(CaseFile file, UUID placementId, StoredClock.Alarm alarm) {
        Placement placement = placement(file, placementId);
        return files.told(file, alarm.type(), placement, snapshot -> snapshot.about(alarm.clock()))
                .chain(event ->
                        news.keepTurn(event, file.referral(), alarm.clock().escalationLevel()));
    }

    /** {@code null} for the school's own steps. */
    private static Placement placement(CaseFile file, UUID id) {
        return file.placements().stream()
                .filter(placement -> Objects.equals(placement.id(), id))
                .findFirst()
                .orElse(null);
    }
}
