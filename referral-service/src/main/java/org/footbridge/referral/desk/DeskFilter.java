package org.footbridge.referral.desk;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.referral.ReferralState;
import org.footbridge.referral.referral.Urgency;

/**
 * What a list is narrowed to; each part may be empty or {@code null}, and all of them hold together.
 *
 * @param states any of them
 * @param urgencies any of them
 * @param agencyId it was sent to this agency at least once
 * @param number the one that has this number for humans
 * @param submitted on these days
 */
record DeskFilter(
        DeskName desk,
        Set<ReferralState> states,
        Set<Urgency> urgencies,
        UUID schoolId,
        UUID agencyId,
        String number,
        Days submitted) {

    /** With the days of the zone of the district, unless another was asked for. */
    DeskFilter in(ZoneId zone) {
        return new DeskFilter(desk, states, urgencies, schoolId, agencyId, number, submitted.in(zone));
    }

    /** Names the list for its cursors: a cursor of another filter is none. */
    String identity() {
        return desk + "|" + states + "|" + urgencies + "|" + schoolId + "|" + agencyId + "|" + number + "|" + submitted;
    }
}
