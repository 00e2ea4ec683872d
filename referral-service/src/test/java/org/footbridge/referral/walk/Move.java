package org.footbridge.referral.walk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.World;

/** One thing that somebody may try, wherever the referral stands. */
enum Move {
    TRIAGE(Where.REFERRAL, "triage", ReferralMother.triageForm()),
    SCHOOL_ASKS(Where.REFERRAL, "ask-info", Map.of("question", "Since when?")),
    REFERRER_ANSWERS(Where.REFERRAL, "supply-info", Map.of("answer", "Since September.")),
    ADD_DETAILS(Where.REFERRAL, "add-details", Map.of("strengths", "Draws well.")),
    CONSENT(Where.REFERRAL, "consents", consent()),
    REFUSE_CONSENT(Where.REFERRAL, "refuse-consent", Map.of("note", "No.")),
    REVOKE_CONSENT(Where.CONSENT, "revoke", Map.of()),
    SEND(Where.REFERRAL, "placements", Map.of("serviceId", World.SERVICE)),
    WITHDRAW(Where.REFERRAL, "withdraw", Map.of("reason", "NO_LONGER_NEEDED")),
    CLOSE(Where.REFERRAL, "close", Map.of("code", "NO_PROVIDER_FOUND")),
    TRANSFER_OUT(Where.REFERRAL, "transfer-out", Map.of("note", "Moved away.")),
    ENTER_IN_ERROR(Where.REFERRAL, "enter-in-error", Map.of("reason", "Another student.")),
    SCHOOL_ANSWERS(Where.SENT, "supply-info", Map.of("answer", "Mornings.")),
    REQUEST_CANCELLATION(Where.SENT, "request-cancellation", Map.of("reason", "WAIT_TOO_LONG")),
    ACKNOWLEDGE(Where.PLACEMENT, "acknowledge", Map.of()),
    AGENCY_ASKS(Where.PLACEMENT, "ask-info", Map.of("question", "Which hours?")),
    WAITLIST(Where.PLACEMENT, "waitlist", Map.of("expectedDays", 10)),
    ACCEPT(Where.PLACEMENT, "accept", Map.of()),
    UN_ACCEPT(Where.PLACEMENT, "un-accept", Map.of("note", "Nobody is free.")),
    DECLINE(Where.PLACEMENT, "decline", Map.of("code", "NO_CAPACITY")),
    HOLD(Where.PLACEMENT, "hold", Map.of("reason", "SCHOOL_BREAK")),
    RESUME(Where.PLACEMENT, "resume", Map.of()),
    BOOK(Where.PLACEMENT, "appointments", visit()),
    KEEP(Where.VISIT, "attendance", Map.of("outcome", "KEPT")),
    MISS(Where.VISIT, "attendance", Map.of("outcome", "NO_SHOW")),
    CANCEL_VISIT(Where.VISIT, "cancel", Map.of("by", "AGENCY")),
    COULD_NOT_CONTACT(Where.PLACEMENT, "could-not-contact", Map.of()),
    COMPLETE(Where.PLACEMENT, "complete", Map.of("outcome", "SERVED_IMPROVED")),
    END_NOT_SERVED(Where.PLACEMENT, "end-not-served", Map.of("code", "MOVED")),
    CONFIRM_CANCELLATION(Where.PLACEMENT, "confirm-cancellation", Map.of());

    /** Which resource it is done to, and so by whom. */
    enum Where {
        REFERRAL,
        CONSENT,
        SENT,
        PLACEMENT,
        VISIT;

        boolean ofTheAgency() {
            return this == PLACEMENT || this == VISIT;
        }

        TokenBuilder who(DemoTokens demo) {
            return ofTheAgency() ? demo.agencyStaff() : demo.coordinator();
        }
    }

    /** Ends everything: tried seldom, or no walk would come far. */
    static final List<Move> ENDS = List.of(
            REFUSE_CONSENT, REVOKE_CONSENT, WITHDRAW, CLOSE, TRANSFER_OUT, ENTER_IN_ERROR, DECLINE, END_NOT_SERVED);

    final Where where;
    final String path;
    final Map<String, ?> body;

    Move(Where where, String path, Map<String, ?> body) {
        this.where = where;
        this.path = path;
        this.body = body;
    }

    private static Map<String, Object> consent() {
        Map<String, Object> form = new HashMap<>(ReferralMother.consentForm());
        form.put("signedOn", LocalDate.now().minusDays(2).toString());
        return form;
    }

    /** Begun already, so that its attendance can be told. */
    private static Map<String, Object> visit() {
        return Map.of(
                "startsAt", Instant.now().minusSeconds(60).toString(), "durationMinutes", 50, "modality", "IN_PERSON");
    }
}
