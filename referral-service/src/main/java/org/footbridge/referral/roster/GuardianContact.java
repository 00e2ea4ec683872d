package org.footbridge.referral.roster;

import java.time.Instant;

/**
 * Whether a guardian of one student may be contacted.
 *
 * @param reason a code, {@code null} where nobody ever changed it
 */
public record GuardianContact(boolean mayContact, String reason, Instant changedAt, long version) {}
