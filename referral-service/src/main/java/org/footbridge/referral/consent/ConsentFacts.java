package org.footbridge.referral.consent;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.agreement.AgreementService;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.jurisdiction.JurisdictionService;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.RosterService;

/** Asks the roster, the district and the agreements what a consent is judged by, now and not earlier. */
@ApplicationScoped
class ConsentFacts {
    private final RosterService roster;
    private final DistrictService districts;
    private final AgreementService agreements;
    private final JurisdictionService jurisdictions;
    private final Clock clock;

    ConsentFacts(
            RosterService roster,
            DistrictService districts,
            AgreementService agreements,
            JurisdictionService jurisdictions,
            Clock clock) {
        this.roster = roster;
        this.districts = districts;
        this.agreements = agreements;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    Uni<LocalDate> today(UUID tenant) {
        return districts.settings(tenant).map(district -> district.dateAt(clock.instant()));
    }

    Uni<ConsentRules.Facts> of(Referral referral, UUID agency) {
        return agreements.accountsAmong(List.of(agency)).chain(accounts -> roster.guardians(
                        referral.tenantId(), referral.studentId())
                .chain(guardians -> roster.student(referral.tenantId(), referral.studentId())
                        .chain(student -> jurisdictions
                                .of(referral.tenantId(), student)
                                .map(authorities -> new ConsentRules.Facts(
                                        referral, guardians, !accounts.isEmpty(), authorities)))));
    }
}
