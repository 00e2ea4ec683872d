package org.footbridge.referral.consent;

import java.util.Set;
import org.footbridge.referral.jurisdiction.Authorities;
import org.footbridge.referral.jurisdiction.Authority;
import org.footbridge.referral.jurisdiction.Topic;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.Urgency;

/** Which rule a consent is judged by. */
public final class ConsentTopics {
    private ConsentTopics() {}

    /** The strictest that applies: substance use before everything else. */
    public static Authority authority(Authorities authorities, Referral referral, Set<RecordScope> scope) {
        if (scope.contains(RecordScope.PART2)) {
            return authorities.on(Topic.SUD);
        }
        return authorities.on(referral.urgency() == Urgency.CRISIS ? Topic.CRISIS : Topic.OUTPATIENT_MH);
    }

    /** Where the law lets a minor consent to care for substance use, nobody else can (42 CFR 2.14). */
    public static boolean onlyTheMinor(Authority authority) {
        return authority.topic() == Topic.SUD && authority.minorMaySign();
    }
}
