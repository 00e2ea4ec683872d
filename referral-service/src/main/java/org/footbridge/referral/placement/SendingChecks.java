package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.footbridge.referral.agreement.AgreementService;
import org.footbridge.referral.consent.Consent;
import org.footbridge.referral.consent.ConsentService;
import org.footbridge.referral.disclosure.DisclosedRecord;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralProblem;

/** Asks at the moment of each disclosure whether the agreement and a consent allow it. Nothing is remembered. */
@ApplicationScoped
class SendingChecks {
    private final DistrictService districts;
    private final AgreementService agreements;
    private final ConsentService consents;
    private final Clock clock;

    SendingChecks(DistrictService districts, AgreementService agreements, ConsentService consents, Clock clock) {
        this.districts = districts;
        this.agreements = agreements;
        this.consents = consents;
        this.clock = clock;
    }

    /** The consent that lets this agency have what the school sends or answers; 409 without a live agreement or without a live consent. */
    Uni<Consent> consent(Referral referral, UUID agency) {
        return today(referral.tenantId())
                .chain(today -> agreements.isLive(referral.tenantId(), agency, today))
                .invoke(live -> {
                    if (!live) {
                        throw Destinations.noAgreement();
                    }
                })
                .chain(() -> consents.toSend(referral, agency))
                .invoke(consent -> {
                    if (consent == null) {
                        throw ReferralProblem.CONSENT_MISSING.because(
                                "Record a consent that names this agency and is neither expired nor revoked.");
                    }
                });
    }

    /** 403 for an agency whose right to read has ended, by whatever end. */
    Uni<Void> reading(Referral referral, Placement placement, DisclosedRecord record) {
        return today(referral.tenantId())
                .chain(today -> agreements
                        .isLive(referral.tenantId(), placement.agencyId(), today)
                        .chain(live -> live
                                ? consents.allows(referral, placement.agencyId(), record.scope(), today)
                                : Uni.createFrom().item(false)))
                .invoke(allowed -> {
                    if (!allowed || !placement.accessOpen()) {
                        throw ReferralProblem.ACCESS_REVOKED.because("The right to read this placement has ended.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<LocalDate> today(UUID tenant) {
        return districts.settings(tenant).map(district -> district.dateAt(clock.instant()));
    }
}
