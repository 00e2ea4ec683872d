package org.footbridge.referral.schoolday;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Follows the calendars of schools in the transaction that changes them. */
public interface SchoolCalendarFollower {

    Uni<Void> changed(UUID tenant, UUID school);
}
