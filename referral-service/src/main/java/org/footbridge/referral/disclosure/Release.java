package org.footbridge.referral.disclosure;

import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.consent.Consent;
import org.footbridge.referral.consent.Purpose;
import org.footbridge.referral.consent.RecordScope;

/**
 * What is released, and by which right.
 *
 * @param consentId {@code null} where it is released without one, as are reason and threat where there is one
 */
public record Release(
        LegalBasis basis,
        UUID consentId,
        Set<RecordScope> scope,
        Purpose purpose,
        String reason,
        String threatDescription) {

    public static Release under(Consent consent) {
        return new Release(LegalBasis.CONSENT, consent.id(), consent.scope(), consent.purpose(), null, null);
    }
}
