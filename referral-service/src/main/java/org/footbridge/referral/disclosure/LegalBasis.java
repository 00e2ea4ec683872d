package org.footbridge.referral.disclosure;

/** By which right something leaves the district. */
public enum LegalBasis {
    CONSENT("Written consent, 34 CFR 99.30"),
    HEALTH_SAFETY("Health or safety emergency, 34 CFR 99.31(a)(10) and 99.36"),
    COURT_ORDER("Judicial order or subpoena, 34 CFR 99.31(a)(9)");

    private final String citation;

    LegalBasis(String citation) {
        this.citation = citation;
    }

    public String citation() {
        return citation;
    }
}
