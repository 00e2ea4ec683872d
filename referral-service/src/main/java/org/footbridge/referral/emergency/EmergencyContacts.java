package org.footbridge.referral.emergency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.contact.ContactCard;
import org.footbridge.referral.district.CrisisLine;
import org.footbridge.referral.referral.CrisisHelp;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.Guardian;

/** Whom to call about a student in need, and whom not to. */
@Schema(description = "Whom to call about a student in need, and whom not to.")
public record EmergencyContacts(
        @Schema(maxItems = 20) List<GuardianPart> guardians,
        ContactCard.SchoolSide school,

        @Schema(maxItems = 3, description = "Who has the student now, outside of the school.")
        List<ContactCard.AgencySide> agencies,

        CrisisHelp crisis) {

    /** A guardian; without numbers where nobody may call him or her. */
    @Schema(name = "EmergencyGuardian")
    public record GuardianPart(
            @Schema(maxLength = 401) String name,
            @Schema(maxLength = 40) String relation,

            @Schema(
                    description =
                            "False where a court, a coordinator or the form forbids it: do not call, do not tell.")
            boolean mayBeCalled,

            @Schema(maxLength = 60) String phone,
            @Schema(maxLength = 60) String sms,
            @Schema(maxLength = 35) String language) {

        static GuardianPart of(Guardian guardian, boolean formAllows) {
            boolean may = formAllows && guardian.hasRights() && guardian.mayContact();
            return new GuardianPart(
                    guardian.givenName() + " " + guardian.familyName(),
                    guardian.relation(),
                    may,
                    may ? guardian.phone() : null,
                    may ? guardian.sms() : null,
                    guardian.language());
        }
    }

    static EmergencyContacts of(
            Referral referral,
            List<Guardian> guardians,
            ContactCard.SchoolSide school,
            List<ContactCard.AgencySide> agencies,
            List<CrisisLine> local) {
        boolean formAllows = referral.access().guardianContact();
        return new EmergencyContacts(
                guardians.stream()
                        .map(guardian -> GuardianPart.of(guardian, formAllows))
                        .toList(),
                school,
                agencies,
                CrisisHelp.with(local));
    }
}
