package org.footbridge.referral.crisis;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.School;

/** Tells whom a school's crises are told, to the one service that may keep it. */
@ApplicationScoped
public class OnCallCopyService {
    private final OnCallService chains;
    private final CrisisTurns turns;
    private final RosterService roster;
    private final DistrictService districts;

    OnCallCopyService(OnCallService chains, CrisisTurns turns, RosterService roster, DistrictService districts) {
        this.chains = chains;
        this.turns = turns;
        this.roster = roster;
        this.districts = districts;
    }

    /** Enters the district for this one question; 404 for a school that is none of it. */
    @WithTransaction
    Uni<OnCallCopyResponse> resolve(UUID tenant, UUID school) {
        return Tenancy.enter(tenant)
                .chain(() -> roster.school(tenant, school))
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such school."))
                .chain(found -> districts.settings(tenant).chain(district -> chains.levels(tenant, school)
                        .chain(chain -> levels(found, district, CrisisTurns.lastLevel(chain)))
                        .map(levels -> new OnCallCopyResponse(levels, found.name(), district.phone()))));
    }

    private Uni<List<OnCallCopyResponse.Level>> levels(School school, DistrictSettings district, int last) {
        String language = district.languages().getFirst();
        return Multi.createFrom()
                .items(IntStream.rangeClosed(0, last).boxed())
                .onItem()
                .transformToUniAndConcatenate(level -> turns.at(district.id(), school.id(), level))
                .map(turn -> new OnCallCopyResponse.Level(turn.people().stream()
                        .map(person -> new OnCallCopyResponse.Contact(
                                person.id(), turn.role(), person.email(), language, person.phone()))
                        .toList()))
                .collect()
                .asList();
    }
}
