package org.footbridge.referral.servicelevel;

import static org.footbridge.referral.servicelevel.TimeLimit.Unit.BUSINESS_DAYS;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.CALENDAR_DAYS;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.HOURS;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.MINUTES;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.SCHOOL_DAYS;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.footbridge.referral.referral.Urgency;

/** The limits of a district: its own where it has set them, else those of the field (domain 5.2). */
final class ServiceLevels {
    private static final Map<Urgency, Map<ClockKind, TimeLimit>> DEFAULTS = Map.of(
            Urgency.CRISIS,
            Map.of(
                    ClockKind.CRISIS_ACKNOWLEDGEMENT, TimeLimit.of(15, MINUTES),
                    ClockKind.CRISIS_DETAILS, TimeLimit.of(4, HOURS),
                    ClockKind.TRIAGE, TimeLimit.of(1, HOURS),
                    ClockKind.DECISION, TimeLimit.of(1, HOURS),
                    ClockKind.FIRST_APPOINTMENT, TimeLimit.of(24, HOURS)),
            Urgency.URGENT,
            Map.of(
                    ClockKind.TRIAGE, TimeLimit.of(4, HOURS),
                    ClockKind.SENDING, TimeLimit.of(1, BUSINESS_DAYS),
                    ClockKind.DECISION, TimeLimit.of(1, BUSINESS_DAYS),
                    ClockKind.FIRST_APPOINTMENT, TimeLimit.of(2, BUSINESS_DAYS)),
            Urgency.EXPEDITED,
            Map.of(
                    ClockKind.TRIAGE, TimeLimit.of(1, BUSINESS_DAYS),
                    ClockKind.SENDING, TimeLimit.of(1, BUSINESS_DAYS),
                    ClockKind.DECISION, TimeLimit.of(1, BUSINESS_DAYS),
                    ClockKind.FIRST_APPOINTMENT, TimeLimit.of(7, CALENDAR_DAYS)),
            Urgency.ROUTINE,
            Map.of(
                    ClockKind.TRIAGE, TimeLimit.of(3, SCHOOL_DAYS),
                    ClockKind.SENDING, TimeLimit.of(2, SCHOOL_DAYS),
                    ClockKind.DECISION, TimeLimit.of(3, BUSINESS_DAYS),
                    ClockKind.FIRST_APPOINTMENT, TimeLimit.of(10, BUSINESS_DAYS)),
            Urgency.UNIVERSAL,
            Map.of(ClockKind.TRIAGE, TimeLimit.of(1, SCHOOL_DAYS)));

    private final Map<Urgency, Map<ClockKind, TimeLimit>> limits = new EnumMap<>(Urgency.class);

    /** Those of the field. */
    ServiceLevels() {
        DEFAULTS.forEach((urgency, each) -> limits.put(urgency, new EnumMap<>(each)));
    }

    /** Sets a limit of the district's own. */
    ServiceLevels with(Urgency urgency, ClockKind kind, TimeLimit limit) {
        limits.get(urgency).put(kind, limit);
        return this;
    }

    /** Empty where a step has no limit, such as the sending in a crisis, which waits for nothing. */
    Optional<TimeLimit> limit(Urgency urgency, ClockKind kind) {
        return Optional.ofNullable(limits.get(urgency).get(kind));
    }

    /** Whether a step of that urgency is counted in the calendar of the school. */
    boolean countsSchoolDays(Urgency urgency) {
        return limits.get(urgency).values().stream().anyMatch(limit -> limit.unit() == SCHOOL_DAYS);
    }

    Map<Urgency, Map<ClockKind, TimeLimit>> all() {
        return limits;
    }
}
