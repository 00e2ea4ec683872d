package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.referral.agreement.AgreementService;
import org.footbridge.referral.consent.ConsentService;
import org.footbridge.referral.district.DistrictService;

/**
 * Which visits an agency may still know of. A visit that was booked in time stays booked when the agreement or the consent runs out,
 * but whoever may not read its placement any more is not told its time either.
 */
@ApplicationScoped
public class VisitRights {
    private final DistrictService districts;
    private final AgreementService agreements;
    private final ConsentService consents;
    private final Clock clock;

    VisitRights(DistrictService districts, AgreementService agreements, ConsentService consents, Clock clock) {
        this.districts = districts;
        this.agreements = agreements;
        this.consents = consents;
        this.clock = clock;
    }

    /** Those of the agency's visits that it may know of right now, in their order. Enters each district that they belong to. */
    public Uni<List<Appointment>> readable(UUID agency, List<Appointment> visits) {
        Map<UUID, Set<UUID>> placements = visits.stream()
                .collect(Collectors.groupingBy(
                        Appointment::tenantId, Collectors.mapping(Appointment::placementId, Collectors.toSet())));
        return Multi.createFrom()
                .iterable(placements.entrySet())
                .onItem()
                .transformToUniAndConcatenate(district -> in(district.getKey(), agency, district.getValue()))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Collection::stream).collect(Collectors.toSet()))
                .map(open -> visits.stream()
                        .filter(visit -> open.contains(visit.placementId()))
                        .toList());
    }

    private Uni<Set<UUID>> in(UUID district, UUID agency, Set<UUID> placements) {
        return Tenancy.enter(district)
                .chain(() -> districts.settings(district))
                .map(settings -> settings.dateAt(clock.instant()))
                .chain(today -> agreements
                        .isLive(district, agency, today)
                        .chain(live -> live
                                ? open(district, agency, placements, today)
                                : Uni.createFrom().item(Set.of())));
    }

    private Uni<Set<UUID>> open(UUID district, UUID agency, Set<UUID> ids, LocalDate today) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from Placement where tenantId = :tenant and id in :ids and accessOpen",
                                Placement.class)
                        .setParameter("tenant", district)
                        .setParameter("ids", ids)
                        .getResultList())
                .chain(placements -> consents.covered(district, agency, referrals(placements), today)
                        .map(covered -> placements.stream()
                                .filter(placement ->
                                        !placement.needsConsent() || covered.contains(placement.referralId()))
                                .map(Placement::id)
                                .collect(Collectors.toSet())));
    }

    private static Set<UUID> referrals(List<Placement> placements) {
        return placements.stream().map(Placement::referralId).collect(Collectors.toSet());
    }
}
