package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.casefile.Handling;
import org.footbridge.referral.lifecycle.Actor;

/** Ends referrals that no agency serves. Only a person ends one: no clock and no event ever calls these. */
@ApplicationScoped
public class ClosingService {
    private final Desk desk;
    private final Clock clock;

    ClosingService(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Shown> close(Caller caller, UUID id, long expected, CloseRequest request) {
        return desk.change(caller, id, expected, opened -> close(opened, request));
    }

    private Changes close(Opened opened, CloseRequest request) {
        Actor coordinator = opened.coordinator();
        opened.referral().require(ReferralCommand.CLOSE);
        request.requireWords(opened.referral().urgency());
        return new Handling(opened.file()).close(request.reason(), request.text(), coordinator, clock.instant());
    }

    @WithTransaction
    Uni<Shown> transferOut(Caller caller, UUID id, long expected, NoteRequest request) {
        return desk.change(caller, id, expected, opened -> new Handling(opened.file())
                .transferOut(request.note(), opened.coordinator(), clock.instant()));
    }
}
