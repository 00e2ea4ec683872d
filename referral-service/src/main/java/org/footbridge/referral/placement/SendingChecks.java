package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.agreement.AgreementService;
import org.footbridge.referral.consent.Consent;
import org.footbridge.referral.consent.ConsentService;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.disclosure.DisclosedRecord;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.disclosure.LegalBasis;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralProblem;

/** Asks at the moment of each disclosure whether the agreement and a consent allow it. Nothing is remembered. */
@ApplicationScoped
class SendingChecks {
    private final DistrictService districts;
    private final AgreementService agreements;
    private final ConsentService consents;
    private final DisclosureService disclosures;
    private final Clock clock;

    SendingChecks(
            DistrictService districts,
            AgreementService agreements,
            ConsentService consents,
            DisclosureService disclosures,
            Clock clock) {
        this.districts = districts;
        this.agreements = agreements;
        this.consents = consents;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /** The consent that lets this agency have what the school sends or answers; 409 without a live agreement or without a live consent. */
    Uni<Consent> consent(Referral referral, UUID agency) {
        return agreement(referral, agency)
                .chain(() -> consents.toSend(referral, agency))
                .invoke(consent -> {
                    if (consent == null) {
                        throw ReferralProblem.CONSENT_MISSING.because(
                                "Record a consent that names this agency and is neither expired nor revoked.");
                    }
                });
    }

    /** 409 without a live agreement. */
    Uni<Void> agreement(Referral referral, UUID agency) {
        return today(referral.tenantId())
                .chain(today -> agreements.isLive(referral.tenantId(), agency, today))
                .invoke(live -> {
                    if (!live) {
                        throw Destinations.noAgreement();
                    }
                })
                .replaceWithVoid();
    }

    /** 403 for an agency whose right to read has ended, by whatever end. */
    Uni<Void> reading(Referral referral, Placement placement, DisclosedRecord record) {
        return today(referral.tenantId())
                .chain(today -> agreements
                        .isLive(referral.tenantId(), placement.agencyId(), today)
                        .chain(live -> live && placement.needsConsent()
                                ? consents.allows(referral, placement.agencyId(), record.scope(), today)
                                : Uni.createFrom().item(live)))
                .invoke(allowed -> {
                    if (!allowed || !placement.accessOpen()) {
                        throw ReferralProblem.ACCESS_REVOKED.because("The right to read this placement has ended.");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Whether a live consent, whose signature still counts, covers all those parts right now; for what was released by another
     * right, whether that release did.
     */
    Uni<Boolean> covers(Referral referral, Placement placement, RecordScope... parts) {
        Set<RecordScope> wanted = EnumSet.copyOf(List.of(parts));
        return consents.covers(referral, placement.agencyId(), wanted)
                .chain(covered -> covered
                        ? Uni.createFrom().item(true)
                        : released(placement)
                                .map(record -> record != null
                                        && record.legalBasis() != LegalBasis.CONSENT
                                        && record.scope().containsAll(wanted)));
    }

    private Uni<DisclosedRecord> released(Placement placement) {
        boolean byAnotherRight =
                !placement.needsConsent() && !placement.destination().inSchool();
        return byAnotherRight ? disclosures.record(placement) : Uni.createFrom().nullItem();
    }

    private Uni<LocalDate> today(UUID tenant) {
        return districts.settings(tenant).map(district -> district.dateAt(clock.instant()));
    }
}
