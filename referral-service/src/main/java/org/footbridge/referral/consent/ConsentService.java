package org.footbridge.referral.consent;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFile;
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
        return give(opened.file(), request.terms(signer), coordinator)
                .map(consent -> new Dated(consent, known.today()));
    }

    /** From here on it makes no difference on what it was signed. The caller has made sure that the signer may. */
    @WithTransaction
    public Uni<Consent> give(CaseFile file, Consent.Terms terms, Actor actor) {
        return all(file.referral()).chain(before -> {
            Consent consent = Consent.record(file.referral(), terms, revision(before, terms), actor, clock.instant());
            return files.record(file, file.consentGiven(actor, clock.instant()), consent)
                    .replaceWith(consent);
        });
    }

    private static int revision(List<Consent> before, Consent.Terms terms) {
        long same = before.stream()
                .filter(consent -> consent.recipientAgencyId().equals(terms.recipientAgencyId()))
                .count();
        return (int) same + 1;
    }

    /** The signer takes a consent back, as the coordinator does for one who says so. */
    @WithTransaction
    public Uni<Consent> takeBack(CaseFile file, UUID consentId, Actor signer) {
        return facts.today(file.referral().tenantId())
                .chain(today -> all(file.referral())
                        .chain(all -> revoke(file, signer, one(all, consentId), Version.ANY, all, today)))
                .map(Dated::consent);
    }

    /** Every consent of a referral, oldest first. */
    @WithTransaction
    public Uni<List<Consent>> all(Referral referral) {
        return consents.ofReferral(referral.tenantId(), referral.id());
    }

    /** Takes a consent back and closes whatever it alone had opened. */
    @WithTransaction
    Uni<Dated> revoke(Caller caller, UUID referralId, UUID consentId, long expected) {
        return access.open(caller, referralId).chain(opened -> {
            Actor coordinator = opened.coordinator();
            return facts.today(caller.tenant()).chain(today -> consents.ofReferral(caller.tenant(), referralId)
                    .chain(all -> revoke(opened.file(), coordinator, one(all, consentId), expected, all, today)));
        });
    }

    private Uni<Dated> revoke(
            CaseFile file, Actor actor, Consent consent, long expected, List<Consent> all, LocalDate today) {
        Version.require(expected, consent.version());
        consent.revoke(actor, clock.instant());
        Changes changes = file.consentRevoked(
                placement -> !placement.needsConsent() || allows(all, placement.agencyId(), Set.of(), today),
                all.stream().anyMatch(other -> other.isLive(today)),
                actor,
                clock.instant());
        return files.record(file, changes).replaceWith(new Dated(consent, today));
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

    /** The newest consent that lets the agency be sent the referral today, {@code null} where there is none. */
    @WithTransaction
    public Uni<Consent> toSend(Referral referral, UUID agency) {
        return facts.of(referral, agency).chain(known -> all(referral).map(all -> all.reversed().stream()
                .filter(consent -> consent.covers(agency, Set.of(), known.today()))
                .filter(known::counts)
                .findFirst()
                .orElse(null)));
    }

    /** Whether any consent of the referral lets the agency read these parts on that day. */
    @WithTransaction
    public Uni<Boolean> allows(Referral referral, UUID agency, Set<RecordScope> parts, LocalDate today) {
        return consents.ofReferral(referral.tenantId(), referral.id()).map(all -> allows(all, agency, parts, today));
    }

    /** Whether a consent that is live, and whose signature still counts, lets the agency have or tell these parts right now. */
    @WithTransaction
    public Uni<Boolean> covers(Referral referral, UUID agency, Set<RecordScope> parts) {
        return all(referral).chain(all -> {
            List<Consent> fitting = all.stream()
                    .filter(consent -> consent.revokedAt() == null)
                    .filter(consent -> consent.recipientAgencyId().equals(agency))
                    .filter(consent -> consent.scope().containsAll(parts))
                    .toList();
            return fitting.isEmpty()
                    ? Uni.createFrom().item(false)
                    : facts.of(referral, agency).map(known -> fitting.stream()
                            .anyMatch(consent -> consent.isLive(known.today()) && known.counts(consent)));
        });
    }

    /** Those of the referrals that a live consent for this agency stands for on that day. */
    @WithTransaction
    public Uni<Set<UUID>> covered(UUID tenant, UUID agency, Set<UUID> referrals, LocalDate today) {
        return consents.ofReferrals(tenant, referrals).map(all -> all.stream()
                .filter(consent -> consent.covers(agency, Set.of(), today))
                .map(Consent::referralId)
                .collect(Collectors.toSet()));
    }

    private static boolean allows(List<Consent> all, UUID agency, Set<RecordScope> parts, LocalDate today) {
        return all.stream().anyMatch(consent -> consent.covers(agency, parts, today));
    }
}
