package org.footbridge.referral.consent;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.agreement.AgreementService;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.RosterService;

/** Asks the roster, the district and the agreements what a consent is judged by, now and not earlier. */
@ApplicationScoped
class ConsentFacts {
    private final RosterService roster;
    private final DistrictService districts;
    private final AgreementService agreements;
    private final Clock clock;

    ConsentFacts(RosterService roster, DistrictService districts, AgreementService agreements, Clock clock) {
        this.roster = roster;
        this.districts = districts;
        this.agreements = agreements;
        this.clock = clock;
    }

    Uni<LocalDate> today(UUID tenant) {
        return districts.settings(tenant).map(district -> district.dateAt(clock.instant()));
    }

    Uni<ConsentRules.Facts> of(Referral referral, UUID agency) {
        return today(referral.tenantId())
                .chain(today -> agreements.accountsAmong(List.of(agency)).chain(accounts -> roster.guardians(
                                referral.tenantId(), referral.studentId())
                        .chain(guardians -> roster.student(referral.tenantId(), referral.studentId())
                                .map(student ->
                                        new ConsentRules.Facts(student, guardians, !accounts.isEmpty(), today)))));
    }
}
