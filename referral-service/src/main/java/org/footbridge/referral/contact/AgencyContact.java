package org.footbridge.referral.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** How an agency wants to be reached by schools. */
@Entity
public class AgencyContact {
    @Id
    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "intake_name")
    private String intakeName;

    @Column(name = "intake_phone")
    private String intakePhone;

    @Column(name = "intake_email")
    private String intakeEmail;

    @Column(name = "role_description")
    private String roleDescription;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected AgencyContact() {}

    AgencyContact(UUID agencyId) {
        this.agencyId = agencyId;
    }

    void take(AgencyContactDocument document, Instant at) {
        this.intakeName = document.intakeName();
        this.intakePhone = document.intakePhone();
        this.intakeEmail = document.intakeEmail();
        this.roleDescription = document.roleDescription();
        this.changedAt = at;
    }

    AgencyContactDocument document() {
        return new AgencyContactDocument(intakeName, intakePhone, intakeEmail, roleDescription);
    }

    long version() {
        return version;
    }
}
