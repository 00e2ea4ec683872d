package org.footbridge.referral.student;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.roster.GuardianContact;

/** Whether a guardian may be contacted. */
@Schema(name = "GuardianContact")
record ContactResponse(boolean mayContact, ContactReason reason, Instant changedAt) {

    static ContactResponse of(GuardianContact contact) {
        return new ContactResponse(
                contact.mayContact(),
                contact.reason() == null ? null : ContactReason.valueOf(contact.reason()),
                contact.changedAt());
    }
}
