package org.footbridge.notification.agency;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.footbridge.common.events.Event;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;

/** Remembers which agency is to be written to until the mail server has taken the mail. */
@ApplicationScoped
public class AgencyLetterService {
    /** Three days in all: by then a person has looked at the mail server, and the request still waits in the agency's list. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofHours(36));

    private static final Duration KEPT = Duration.ofDays(7);

    private final AgencyLetterRepository letters;
    private final WorkQueueService queue;
    private final Clock clock;

    AgencyLetterService(AgencyLetterRepository letters, WorkQueueService queue, Clock clock) {
        this.letters = letters;
        this.queue = queue;
        this.clock = clock;
    }

    /** Takes effect of the event, in the transaction that marks it as seen. Where no agency takes part, nobody is written to. */
    @WithTransaction
    public Uni<Void> plan(Event event) {
        if (event.agencyId() == null) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        AgencyLetter letter = AgencyLetter.of(event, now);
        return letters.enter(event.agencyId())
                .chain(() -> letters.forget(event.agencyId(), now.minus(KEPT)))
                .chain(() -> letters.findById(letter.id()))
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : letters.persistAndFlush(letter).chain(() -> queue.put(letter.work(), now)));
    }

    /** {@code null} where there is nothing left to send. */
    @WithTransaction
    Uni<AgencyLetter> open(WorkItem work) {
        return letters.findById(work.id())
                .map(letter -> letter != null && letter.isPending() ? letter : null)
                .call(letter ->
                        letter == null ? queue.finish(work) : Uni.createFrom().voidItem());
    }

    @WithTransaction
    Uni<Void> done(WorkItem work) {
        return letters.findById(work.id())
                .invoke(letter -> letter.finish(clock.instant()))
                .chain(() -> queue.finishHeld(work));
    }

    /** Later again, or not at all after the last wait. */
    @WithTransaction
    Uni<Void> failed(WorkItem work) {
        return letters.findById(work.id()).chain(letter -> {
            int made = letter.failed();
            return made > WAITS.size()
                    ? done(work)
                    : queue.postponeHeld(work, clock.instant().plus(WAITS.get(made - 1)));
        });
    }
}
