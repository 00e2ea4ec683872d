package org.footbridge.referral.consent.electronic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.consent.Consent;
import org.footbridge.referral.consent.SignerRole;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.ReferralCommand;

/**
 * A link in somebody's hands, with everything that it is about.
 *
 * @param who the signer as the roster knows him or her now
 * @param consent what was signed with this link, {@code null} before
 */
record Visit(
        ConsentSigner signer,
        ConsentRequest request,
        CaseFile file,
        Addressee who,
        Addressees.Known known,
        Consent consent) {

    boolean mayAnswer(Instant now) {
        return signer.state() == SignerState.PENDING
                && request.isOpen(now)
                && !today(now).isAfter(request.expiresOn())
                && who.maySign()
                && file.referral().allowed().contains(ReferralCommand.CONSENT);
    }

    boolean mayRevoke(Instant now) {
        return consent != null && consent.isLive(today(now));
    }

    /** Whether the link is good for anything. */
    boolean isOfUse(Instant now) {
        return mayAnswer(now) || mayRevoke(now);
    }

    boolean isAnswered() {
        return signer.state() != SignerState.PENDING;
    }

    LocalDate today(Instant now) {
        return known.district().dateAt(now);
    }

    /** The signer as the history and the access log name him or her. */
    Actor actor() {
        String role = signer.role() == SignerRole.GUARDIAN ? "guardian" : "student";
        return new Actor(
                "consent-link:" + signer.id(), signer.personId(), signer.tenantId(), role.toUpperCase(Locale.ROOT));
    }

    Visit after(Consent signed) {
        return new Visit(signer, request, file, who, known, signed);
    }
}
