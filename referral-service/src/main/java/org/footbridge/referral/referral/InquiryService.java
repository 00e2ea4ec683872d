package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.casefile.Handling;
import org.footbridge.referral.lifecycle.Actor;

/** Questions about a referral and their answers, between its coordinators and whoever referred. */
@ApplicationScoped
public class InquiryService {
    private final Desk desk;
    private final Clock clock;

    InquiryService(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Shown> ask(Caller caller, UUID id, long expected, AskInfoRequest request) {
        return desk.open(caller, id, expected).chain(opened -> {
            Actor coordinator = opened.coordinator();
            Instant now = clock.instant();
            Changes changes = new Handling(opened.file()).askInfo(coordinator, now);
            return desk.record(
                    opened,
                    changes,
                    Inquiry.of(opened.referral(), Inquiry.Kind.QUESTION, request.question(), coordinator, now));
        });
    }

    /** By the referrer, or by a coordinator who asked him or her by other means. */
    @WithTransaction
    Uni<Shown> answer(Caller caller, UUID id, long expected, SupplyInfoRequest request) {
        return desk.open(caller, id, expected).chain(opened -> {
            Instant now = clock.instant();
            Changes changes = new Handling(opened.file()).supplyInfo(opened.actor(), now);
            return desk.record(
                    opened,
                    changes,
                    Inquiry.of(opened.referral(), Inquiry.Kind.ANSWER, request.answer(), opened.actor(), now));
        });
    }
}
