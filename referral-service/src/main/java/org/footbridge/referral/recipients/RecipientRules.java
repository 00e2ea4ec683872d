package org.footbridge.referral.recipients;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralState;
import org.footbridge.referral.roster.Guardian;
import org.footbridge.referral.roster.Student;

/** Whom the family's message goes to: each mail address once, and nobody who may not or does not want to know. */
final class RecipientRules {
    private RecipientRules() {}

    /** Everything that the decision is made of, as it is now. */
    record Facts(
            Referral referral,
            Placement placement,
            Student student,
            List<Guardian> guardians,
            DistrictSettings district,
            LocalDate today) {}

    static List<Recipient> recipients(Facts facts) {
        String whole = reasonForSilence(facts);
        Set<String> used = new HashSet<>();
        List<Recipient> recipients = new ArrayList<>();
        for (Guardian guardian : facts.guardians()) {
            String reason = whole == null ? reason(guardian, used) : whole;
            recipients.add(
                    reason == null
                            ? Recipient.told(
                                            guardian.personId(),
                                            Recipient.GUARDIAN,
                                            guardian.email(),
                                            language(guardian, facts))
                                    .withPhone(guardian.sms())
                            : Recipient.silent(
                                    guardian.personId(), Recipient.GUARDIAN, language(guardian, facts), reason));
        }
        return recipients;
    }

    /** Why nobody is told at all, {@code null} where somebody may be. */
    private static String reasonForSilence(Facts facts) {
        if (!facts.referral().state().isOpen() && facts.referral().state() != ReferralState.COMPLETED) {
            return "referral-closed";
        }
        if (facts.placement().destination().inSchool()) {
            return "in-school";
        }
        if (!facts.referral().access().guardianContact()) {
            return "no-contact";
        }
        if (!facts.placement().accessOpen()) {
            return "access-revoked";
        }
        return facts.student().isMinorOn(facts.today()) ? null : "rights-moved";
    }

    private static String reason(Guardian guardian, Set<String> used) {
        if (!guardian.hasRights()) {
            return "no-rights";
        }
        if (!guardian.mayContact()) {
            return "no-contact";
        }
        if (guardian.email() == null || guardian.email().isBlank()) {
            return "no-address";
        }
        return used.add(guardian.email().toLowerCase(Locale.ROOT)) ? null : "same-address";
    }

    private static String language(Guardian guardian, Facts facts) {
        if (guardian.language() != null) {
            return guardian.language();
        }
        String home = facts.referral().access().homeLanguage();
        return home == null ? facts.district().languages().getFirst() : home;
    }
}
