package org.footbridge.referral.disclosure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.rights.AmendmentService;
import org.footbridge.referral.roster.Guardian;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;

/** Brings together everything that a disclosed record may be made of, one query after the other. */
@ApplicationScoped
class DisclosureSources {
    private final RosterService roster;
    private final DistrictService districts;
    private final AmendmentService amendments;

    DisclosureSources(RosterService roster, DistrictService districts, AmendmentService amendments) {
        this.amendments = amendments;
        this.roster = roster;
        this.districts = districts;
    }

    Uni<DisclosedContent.Source> of(Referral referral) {
        UUID tenant = referral.tenantId();
        return roster.guardians(tenant, referral.studentId())
                .chain(guardians -> districts.settings(tenant).chain(district -> coordinator(referral)
                        .chain(coordinator -> source(referral, guardians, district, coordinator))));
    }

    private Uni<Person> coordinator(Referral referral) {
        UUID id = referral.coordinatorId();
        return roster.people(referral.tenantId(), List.of(id)).map(people -> people.get(id));
    }

    private Uni<DisclosedContent.Source> source(
            Referral referral, List<Guardian> guardians, DistrictSettings district, Person coordinator) {
        return roster.student(referral.tenantId(), referral.studentId()).chain(student -> amendments
                .statements(referral.tenantId(), referral.studentId(), referral.id())
                .map(statements ->
                        new DisclosedContent.Source(referral, student, guardians, district, coordinator, statements)));
    }
}
