package org.footbridge.referral.consent;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralCommand;

/** Records and revokes consents, and answers at every disclosure whether one allows it. */
@ApplicationScoped
public class ConsentService {
    private final SchoolAccess access;
    private final CaseFiles files;
    private final ConsentRepository consents;
    private final ConsentFacts facts;
    private final AccessLog log;
    private final Clock clock;

    ConsentService(
            SchoolAccess access,
            CaseFiles files,
            ConsentRepository consents,
            ConsentFacts facts,
            AccessLog log,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.consents = consents;
        this.facts = facts;
        this.log = log;
        this.clock = clock;
    }

    /** A consent and the day on which it is looked at. */
    record Dated(Consent consent, LocalDate today) {}

    /** A consent signed on paper; the referral becomes ready to be sent. */
    @WithTransaction
    Uni<Dated> record(Caller caller, UUID referralId, long expected, RecordConsentRequest request) {
        return access.open(caller, referralId).chain(opened -> {
            Actor coordinator = opened.coordinator();
            Version.require(expected, opened.referral().version());
            opened.referral().require(ReferralCommand.CONSENT);
            return facts.of(opened.referral(), request.recipientAgencyId())
                    .chain(known -> keep(opened, coordinator, request, known));
        });
    }

    private Uni<Dated> keep(Opened opened, Actor coordinator, RecordConsentRequest request, ConsentRules.Facts known) {
        UUID signer = ConsentRules.signer(request, known);
        Referral referral = opened.referral();
        return consents.ofReferral(referral.tenantId(), referral.id()).chain(before -> {
            Consent consent = Consent.record(
                    referral, request.terms(signer), revision(before, request), coordinator, clock.instant());
            Changes changes = opened.file().consentGiven(coordinator, clock.instant());
            return files.record(opened.file(), changes, consent).replaceWith(new Dated(consent, known.today()));
        });
    }

    private static int revision(List<Consent> before, RecordConsentRequest request) {
        long same = before.stream()
                .filter(consent -> consent.recipientAgencyId().equals(request.recipientAgencyId()))
                .count();
        return (int) same + 1;
    }

    /** Takes a consent back and closes whatever it alone had opened. */
    @WithTransaction
    Uni<Dated> revoke(Caller caller, UUID referralId, UUID consentId, long expected) {
        return access.open(caller, referralId).chain(opened -> {
            Actor coordinator = opened.coordinator();
            return facts.today(caller.tenant()).chain(today -> consents.ofReferral(caller.tenant(), referralId)
                    .chain(all -> revoke(opened, coordinator, one(all, consentId), expected, all, today)));
        });
    }

    private Uni<Dated> revoke(
            Opened opened, Actor coordinator, Consent consent, long expected, List<Consent> all, LocalDate today) {
        Version.require(expected, consent.version());
        consent.revoke(coordinator, clock.instant());
        Changes changes = opened.file()
                .consentRevoked(
                        placement -> allows(all, placement.agencyId(), Set.of(), today),
                        all.stream().anyMatch(other -> other.isLive(today)),
                        coordinator,
                        clock.instant());
        return files.record(opened.file(), changes).replaceWith(new Dated(consent, today));
    }

    private static Consent one(List<Consent> all, UUID id) {
        return all.stream()
                .filter(consent -> consent.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such consent of this referral."));
    }

    @WithTransaction
    Uni<List<Dated>> list(Caller caller, UUID referralId) {
        return access.open(caller, referralId)
                .call(opened -> log.school(opened.coordinator(), "consent-list", Set.of(referralId)))
                .chain(opened -> facts.today(caller.tenant()))
                .chain(today -> consents.ofReferral(caller.tenant(), referralId).map(all -> all.stream()
                        .map(consent -> new Dated(consent, today))
                        .toList()));
    }

    @WithTransaction
    Uni<Dated> read(Caller caller, UUID referralId, UUID consentId) {
        return access.open(caller, referralId)
                .call(opened -> log.school(opened.coordinator(), "consent", Set.of(consentId)))
                .chain(opened -> facts.today(caller.tenant()))
                .chain(today -> consents.ofReferral(caller.tenant(), referralId)
                        .map(all -> new Dated(one(all, consentId), today)));
    }

    /**
     * The newest consent that lets the agency be sent the referral today, {@code null} where there is none. A guardian's
     * signature stops counting here on the student's 18th birthday, when the right moves (34 CFR 99.5).
     */
    @WithTransaction
    public Uni<Consent> toSend(Referral referral, UUID agency) {
        return facts.of(referral, agency).chain(known -> consents.ofReferral(referral.tenantId(), referral.id())
                .map(all -> all.reversed().stream()
                        .filter(consent -> consent.covers(agency, Set.of(), known.today()))
                        .filter(consent -> consent.signature().signerRole() == SignerRole.ELIGIBLE_STUDENT
                                || known.student().isMinorOn(known.today()))
                        .findFirst()
                        .orElse(null)));
    }

    /** Whether any consent of the referral lets the agency read these parts on that day. */
    @WithTransaction
    public Uni<Boolean> allows(Referral referral, UUID agency, Set<RecordScope> parts, LocalDate today) {
        return consents.ofReferral(referral.tenantId(), referral.id()).map(all -> allows(all, agency, parts, today));
    }

    private static boolean allows(List<Consent> all, UUID agency, Set<RecordScope> parts, LocalDate today) {
        return all.stream().anyMatch(consent -> consent.covers(agency, parts, today));
    }
}
