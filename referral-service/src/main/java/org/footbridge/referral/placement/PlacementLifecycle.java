package org.footbridge.referral.placement;

import static org.footbridge.referral.placement.PlacementState.ACCEPTED;
import static org.footbridge.referral.placement.PlacementState.ACCESS_REVOKED;
import static org.footbridge.referral.placement.PlacementState.ACKNOWLEDGED;
import static org.footbridge.referral.placement.PlacementState.CANCELLED;
import static org.footbridge.referral.placement.PlacementState.COMPLETED;
import static org.footbridge.referral.placement.PlacementState.COULD_NOT_CONTACT;
import static org.footbridge.referral.placement.PlacementState.DECLINED;
import static org.footbridge.referral.placement.PlacementState.ENDED_NOT_SERVED;
import static org.footbridge.referral.placement.PlacementState.ENTERED_IN_ERROR;
import static org.footbridge.referral.placement.PlacementState.IN_SERVICE;
import static org.footbridge.referral.placement.PlacementState.NEEDS_INFO;
import static org.footbridge.referral.placement.PlacementState.ON_HOLD;
import static org.footbridge.referral.placement.PlacementState.SCHEDULED;
import static org.footbridge.referral.placement.PlacementState.SENT;
import static org.footbridge.referral.placement.PlacementState.WAITLISTED;

import java.util.EnumSet;
import java.util.Set;
import org.footbridge.referral.lifecycle.Lifecycle;

/** The placement's machine (decision 1). A final state is left only to ENTERED_IN_ERROR. */
final class PlacementLifecycle {
    private static final Set<PlacementState> UNDECIDED = EnumSet.of(SENT, ACKNOWLEDGED, NEEDS_INFO, WAITLISTED);
    private static final Set<PlacementState> TAKEN = EnumSet.of(ACCEPTED, SCHEDULED, IN_SERVICE, ON_HOLD);

    static final Lifecycle<PlacementState, PlacementCommand> TABLE = Lifecycle.of(
                    PlacementState.class, PlacementCommand.class, PlacementCommand::isOffered)
            .allow(SENT, PlacementCommand.ACKNOWLEDGE, ACKNOWLEDGED)
            .allowFrom(EnumSet.of(SENT, ACKNOWLEDGED), PlacementCommand.ASK_INFO, NEEDS_INFO)
            .allow(NEEDS_INFO, PlacementCommand.SUPPLY_INFO, ACKNOWLEDGED)
            .allowFrom(EnumSet.of(SENT, ACKNOWLEDGED), PlacementCommand.WAITLIST, WAITLISTED)
            .allowFrom(UNDECIDED, PlacementCommand.ACCEPT, ACCEPTED)
            .allowFrom(UNDECIDED, PlacementCommand.DECLINE, DECLINED)
            .allowFrom(EnumSet.of(ACCEPTED, SCHEDULED), PlacementCommand.UN_ACCEPT, ACKNOWLEDGED)
            .allowFrom(EnumSet.of(ACCEPTED, SCHEDULED), PlacementCommand.SCHEDULE, SCHEDULED)
            .allow(IN_SERVICE, PlacementCommand.SCHEDULE, IN_SERVICE)
            // a visit that was missed leaves nothing scheduled unless another one is booked
            .allow(SCHEDULED, PlacementCommand.ATTEND, IN_SERVICE, SCHEDULED, ACCEPTED)
            .allow(IN_SERVICE, PlacementCommand.ATTEND, IN_SERVICE)
            // what was called off leaves nothing scheduled either, unless another one is booked
            .allow(SCHEDULED, PlacementCommand.CANCEL_APPOINTMENT, SCHEDULED, ACCEPTED)
            .allow(IN_SERVICE, PlacementCommand.CANCEL_APPOINTMENT, IN_SERVICE)
            .allow(ON_HOLD, PlacementCommand.CANCEL_APPOINTMENT, ON_HOLD)
            .allowFrom(EnumSet.of(ACCEPTED, SCHEDULED, IN_SERVICE), PlacementCommand.HOLD, ON_HOLD)
            .allow(ON_HOLD, PlacementCommand.RESUME, ACCEPTED, SCHEDULED, IN_SERVICE)
            // every outcome of COMPLETED says that the student was seen, hence only from here
            .allow(IN_SERVICE, PlacementCommand.COMPLETE, COMPLETED)
            .allowFrom(TAKEN, PlacementCommand.END_NOT_SERVED, ENDED_NOT_SERVED)
            .allowFrom(EnumSet.complementOf(closedOrServed()), PlacementCommand.COULD_NOT_CONTACT, COULD_NOT_CONTACT)
            .allowWithin(PlacementState.open(), PlacementCommand.CONTACT_ATTEMPTS)
            // whoever has not decided yet loses nothing; the others are asked, and confirm
            .allowFrom(UNDECIDED, PlacementCommand.REQUEST_CANCELLATION, CANCELLED)
            .allowWithin(TAKEN, PlacementCommand.REQUEST_CANCELLATION)
            .allowFrom(TAKEN, PlacementCommand.CONFIRM_CANCELLATION, CANCELLED)
            .allowFrom(PlacementState.open(), PlacementCommand.CANCEL, CANCELLED)
            .allowFrom(PlacementState.open(), PlacementCommand.REVOKE_ACCESS, ACCESS_REVOKED)
            .allowFrom(
                    EnumSet.complementOf(EnumSet.of(ENTERED_IN_ERROR)),
                    PlacementCommand.ENTER_IN_ERROR,
                    ENTERED_IN_ERROR)
            .build();

    private PlacementLifecycle() {}

    /** Whether the agency has taken the student on. */
    static boolean isTaken(PlacementState state) {
        return TAKEN.contains(state);
    }

    private static EnumSet<PlacementState> closedOrServed() {
        EnumSet<PlacementState> states = EnumSet.complementOf(EnumSet.copyOf(PlacementState.open()));
        states.add(IN_SERVICE);
        return states;
    }
}
