package org.footbridge.referral.jurisdiction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** The rules that the platform has set instead of the sample, as JSON. One row for everybody. */
@Entity
class JurisdictionRuleSet {
    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private String rules;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected JurisdictionRuleSet() {}

    static JurisdictionRuleSet create() {
        return new JurisdictionRuleSet();
    }

    void take(String json, String subject, Instant at) {
        this.rules = json;
        this.changedBy = subject;
        this.changedAt = at;
    }

    String rules() {
        return rules;
    }

    long version() {
        return version;
    }
}
