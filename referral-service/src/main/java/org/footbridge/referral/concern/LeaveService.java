package org.footbridge.referral.concern;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.referral.CrisisHelp;
import org.footbridge.referral.referral.LocalLines;

/** Takes concerns in from anybody. The gateway limits each address; this limits what one school can be flooded with. */
@ApplicationScoped
public class LeaveService {
    static final int MOST_IN_AN_HOUR = 30;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int RECEIPT_LENGTH = 10;

    private final ConcernRepository concerns;
    private final LocalLines lines;
    private final WorkQueueService queue;
    private final Outbox outbox;
    private final Clock clock;

    LeaveService(ConcernRepository concerns, LocalLines lines, WorkQueueService queue, Outbox outbox, Clock clock) {
        this.concerns = concerns;
        this.lines = lines;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Enters the district that the code belongs to. 422 for a code that is none, 429 for a school that has too many. */
    @WithTransaction
    Uni<ConcernReceipt> leave(LeaveConcern left) {
        return concerns.code(left.code().strip().toUpperCase(Locale.ROOT))
                .invoke(LeaveService::requireKnown)
                .call(code -> Tenancy.enter(code.tenantId()))
                .call(this::requireRoom)
                .chain(code -> {
                    String receipt = RandomCodes.of(RECEIPT_LENGTH);
                    LeftConcern concern =
                            LeftConcern.of(code, receipt, left.words(), left.isSuspect(), clock.instant());
                    return concerns.persistAndFlush(concern)
                            .chain(() -> concerns.index(concern))
                            .chain(() -> queue.put(concern.expiry(), concern.expiresAt()))
                            .chain(() -> outbox.publish(concern.left()))
                            .chain(() -> lines.of(code.tenantId()))
                            .map(local -> new ConcernReceipt(receipt, CrisisHelp.with(local)));
                });
    }

    private Uni<Void> requireRoom(ConcernCode code) {
        return concerns.recent(code, clock.instant().minus(WINDOW), MOST_IN_AN_HOUR)
                .invoke(recent -> {
                    if (recent >= MOST_IN_AN_HOUR) {
                        throw CommonProblem.TOO_MANY_REQUESTS
                                .because("The school cannot take more right now. If somebody is in danger, call 911;"
                                        + " call or text 988 at any hour.")
                                .header("Retry-After", Long.toString(WINDOW.toSeconds()));
                    }
                })
                .replaceWithVoid();
    }

    private static void requireKnown(ConcernCode code) {
        if (code == null) {
            throw new Problem(
                    CommonProblem.INVALID,
                    "1 fault(s), each with its place. If somebody is in danger, call 911; call or text 988 at any hour.",
                    List.of(new Fault("/code", "unknown", "must be the code of a school's poster")));
        }
    }
}
