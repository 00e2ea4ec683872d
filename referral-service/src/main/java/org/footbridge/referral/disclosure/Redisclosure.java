package org.footbridge.referral.disclosure;

/** What every recipient is told with the record (34 CFR 99.33). */
public final class Redisclosure {
    public static final String LEGAL_BASIS = "Written consent, 34 CFR 99.30";
    public static final String NOTICE =
            "This information comes from education records protected by federal law (34 CFR Part 99)."
                    + " You may use it only for the stated purpose, and you may not disclose it to any other party without the"
                    + " prior written consent of the parent or the eligible student.";

    private Redisclosure() {}
}
