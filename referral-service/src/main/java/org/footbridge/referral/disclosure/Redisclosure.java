package org.footbridge.referral.disclosure;

import java.util.Set;
import org.footbridge.referral.consent.RecordScope;

/** What every recipient is told with the record (34 CFR 99.33). */
public final class Redisclosure {
    public static final String NOTICE =
            "This information comes from education records protected by federal law (34 CFR Part 99)."
                    + " You may use it only for the stated purpose, and you may not disclose it to any other party without the"
                    + " prior written consent of the parent or the eligible student.";

    /** 42 CFR 2.32(a)(2): goes along with whatever a consent released under Part 2. */
    public static final String PART2 = " 42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private Redisclosure() {}

    /** What the recipient of these parts is told. */
    public static String notice(Set<RecordScope> parts) {
        return parts.contains(RecordScope.PART2) ? NOTICE + PART2 : NOTICE;
    }
}
