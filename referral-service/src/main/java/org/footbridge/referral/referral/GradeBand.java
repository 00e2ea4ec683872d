package org.footbridge.referral.referral;

/** Grades in bands wide enough to group figures by; the grades are OneRoster's codes (CEDS). */
public enum GradeBand {
    EARLY("PK"),
    ELEMENTARY("K-5"),
    MIDDLE("6-8"),
    HIGH("9-12"),
    OTHER("OTHER");

    private final String code;

    GradeBand(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The band of a grade such as {@code KG} or {@code 09}; OTHER where it is unknown. */
    public static GradeBand of(String grade) {
        if (grade == null) {
            return OTHER;
        }
        return switch (grade) {
            case "IT", "PR", "PK" -> EARLY;
            case "TK", "KG", "01", "02", "03", "04", "05" -> ELEMENTARY;
            case "06", "07", "08" -> MIDDLE;
            case "09", "10", "11", "12", "13" -> HIGH;
            default -> OTHER;
        };
    }
}
