package org.footbridge.referral.referral;

import static org.footbridge.referral.referral.ReferralCommand.ADD_DETAILS;
import static org.footbridge.referral.referral.ReferralCommand.ASK_INFO;
import static org.footbridge.referral.referral.ReferralCommand.ASSIGN;
import static org.footbridge.referral.referral.ReferralCommand.AWAIT_CONSENT;
import static org.footbridge.referral.referral.ReferralCommand.CLOSE;
import static org.footbridge.referral.referral.ReferralCommand.COMPLETE;
import static org.footbridge.referral.referral.ReferralCommand.CONSENT;
import static org.footbridge.referral.referral.ReferralCommand.ENTER_IN_ERROR;
import static org.footbridge.referral.referral.ReferralCommand.LOSE_CONSENT;
import static org.footbridge.referral.referral.ReferralCommand.MARK_DUPLICATE;
import static org.footbridge.referral.referral.ReferralCommand.PLACE_IN_SCHOOL;
import static org.footbridge.referral.referral.ReferralCommand.REFUSE_CONSENT;
import static org.footbridge.referral.referral.ReferralCommand.RELEASE;
import static org.footbridge.referral.referral.ReferralCommand.RETURN;
import static org.footbridge.referral.referral.ReferralCommand.SEND;
import static org.footbridge.referral.referral.ReferralCommand.SUBMIT;
import static org.footbridge.referral.referral.ReferralCommand.SUPPLY_INFO;
import static org.footbridge.referral.referral.ReferralCommand.TRANSFER_OUT;
import static org.footbridge.referral.referral.ReferralCommand.TRIAGE;
import static org.footbridge.referral.referral.ReferralCommand.WITHDRAW;
import static org.footbridge.referral.referral.ReferralState.AWAITING_CONSENT;
import static org.footbridge.referral.referral.ReferralState.CLOSED_NOT_SERVED;
import static org.footbridge.referral.referral.ReferralState.COMPLETED;
import static org.footbridge.referral.referral.ReferralState.CONSENT_REFUSED;
import static org.footbridge.referral.referral.ReferralState.CONSENT_REVOKED;
import static org.footbridge.referral.referral.ReferralState.DRAFT;
import static org.footbridge.referral.referral.ReferralState.DUPLICATE;
import static org.footbridge.referral.referral.ReferralState.ENTERED_IN_ERROR;
import static org.footbridge.referral.referral.ReferralState.NEEDS_INFO;
import static org.footbridge.referral.referral.ReferralState.PLACED;
import static org.footbridge.referral.referral.ReferralState.READY;
import static org.footbridge.referral.referral.ReferralState.SUBMITTED;
import static org.footbridge.referral.referral.ReferralState.TRANSFERRED_OUT;
import static org.footbridge.referral.referral.ReferralState.TRIAGED;
import static org.footbridge.referral.referral.ReferralState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import org.footbridge.referral.lifecycle.Lifecycle;

/** The referral's machine (decision 1). A final state is left only to ENTERED_IN_ERROR. */
final class ReferralLifecycle {
    private static final Set<ReferralState> UNPLACED =
            EnumSet.of(SUBMITTED, NEEDS_INFO, TRIAGED, AWAITING_CONSENT, READY);
    private static final Set<ReferralState> HANDLED =
            EnumSet.of(SUBMITTED, NEEDS_INFO, TRIAGED, AWAITING_CONSENT, READY, PLACED);
    private static final Set<ReferralState> CORRECTABLE = EnumSet.complementOf(EnumSet.of(DRAFT, ENTERED_IN_ERROR));

    static final Lifecycle<ReferralState, ReferralCommand> TABLE = Lifecycle.of(
                    ReferralState.class, ReferralCommand.class, ReferralCommand::isOffered)
            .allow(DRAFT, SUBMIT, SUBMITTED)
            .allowFrom(EnumSet.of(SUBMITTED, TRIAGED), ASK_INFO, NEEDS_INFO)
            .allow(NEEDS_INFO, SUPPLY_INFO, SUBMITTED)
            .allow(SUBMITTED, TRIAGE, TRIAGED)
            .allow(TRIAGED, AWAIT_CONSENT, AWAITING_CONSENT)
            .allowFrom(EnumSet.of(TRIAGED, AWAITING_CONSENT, READY), CONSENT, READY)
            .allow(PLACED, CONSENT, PLACED)
            .allowFrom(EnumSet.of(TRIAGED, AWAITING_CONSENT), REFUSE_CONSENT, CONSENT_REFUSED)
            .allow(READY, SEND, PLACED)
            .allowFrom(UNPLACED, RELEASE, PLACED)
            // help inside of the school needs nobody's consent to a release
            .allowFrom(EnumSet.of(AWAITING_CONSENT, READY), PLACE_IN_SCHOOL, PLACED)
            .allow(PLACED, RETURN, READY)
            .allow(PLACED, COMPLETE, COMPLETED)
            .allowFrom(EnumSet.of(READY, PLACED), LOSE_CONSENT, CONSENT_REVOKED)
            .allowFrom(ReferralState.open(), WITHDRAW, WITHDRAWN)
            .allowFrom(UNPLACED, CLOSE, CLOSED_NOT_SERVED)
            .allowFrom(UNPLACED, MARK_DUPLICATE, DUPLICATE)
            .allowFrom(UNPLACED, TRANSFER_OUT, TRANSFERRED_OUT)
            .allowWithin(HANDLED, ADD_DETAILS)
            .allowWithin(HANDLED, ASSIGN)
            .allowFrom(CORRECTABLE, ENTER_IN_ERROR, ENTERED_IN_ERROR)
            .build();

    private ReferralLifecycle() {}
}
