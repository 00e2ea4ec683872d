package org.footbridge.referral.recommendation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.footbridge.common.events.EventType;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.placement.Parties;
import org.footbridge.referral.placement.Party;
import org.footbridge.referral.placement.PlacementAddress;

/**
 * Recommendations of agencies to the school. They reach it, and stay readable there, only while a consent lets the agency tell the
 * school anything: whoever revokes it takes the classroom's view with it.
 */
@ApplicationScoped
public class RecommendationService {
    private static final int YEARS_AHEAD = 2;

    private final Parties parties;
    private final SchoolAccess schools;
    private final CaseFiles files;
    private final RecommendationRepository recommendations;
    private final DistrictService districts;
    private final AccessLog log;
    private final Clock clock;

    RecommendationService(
            Parties parties,
            SchoolAccess schools,
            CaseFiles files,
            RecommendationRepository recommendations,
            DistrictService districts,
            AccessLog log,
            Clock clock) {
        this.parties = parties;
        this.schools = schools;
        this.files = files;
        this.recommendations = recommendations;
        this.districts = districts;
        this.log = log;
        this.clock = clock;
    }

    @WithTransaction
    Uni<RecommendationResponse> make(Caller caller, PlacementAddress at, MakeRecommendationRequest request) {
        return parties.open(caller, at)
                .call(party -> files.lock(party.file()))
                .invoke(Parties::requireTaken)
                .call(parties::requireFeedback)
                .call(party -> districts
                        .settings(party.tenantId())
                        .invoke(district -> check(request, district.dateAt(clock.instant()))))
                .chain(party ->
                        parties.part2().crossing(party, request.part2()).chain(tagged -> keep(party, request, tagged)));
    }

    private Uni<RecommendationResponse> keep(Party agency, MakeRecommendationRequest request, boolean tagged) {
        Recommendation made = Recommendation.make(agency, request, tagged, clock.instant());
        return recommendations
                .persistAndFlush(made)
                .chain(() -> files.tell(
                        agency.file(),
                        EventType.REFERRAL_RECOMMENDATION_MADE,
                        agency.placement(),
                        UnaryOperator.identity()))
                .replaceWith(() -> RecommendationResponse.of(made));
    }

    /** What the agency has recommended with one placement, oldest first. */
    @WithTransaction
    Uni<List<RecommendationResponse>> ofPlacement(Caller caller, PlacementAddress at) {
        return parties.open(caller, at)
                .call(party -> parties.read(party, "recommendation-list", List.of(at.placementId())))
                .chain(() -> recommendations.of(List.of(at.placementId())))
                .map(made -> made.stream().map(RecommendationResponse::of).toList());
    }

    /**
     * What the school may read of it now, for the referrer as for the coordinator, oldest first. What tells of substance use is for
     * the coordinator alone, while a consent names PART2; the referrer is not told either that there is such a thing.
     */
    @WithTransaction
    Uni<List<RecommendationResponse>> ofReferral(Caller caller, UUID referral) {
        return schools.open(caller, referral)
                .call(opened -> log.school(opened.actor(), "recommendation-list", Set.of(referral)))
                .chain(opened -> parties.covered(opened.file(), placement -> true, parties::feedbackIsCovered)
                        .chain(recommendations::of)
                        .map(made -> opened.byCoordinator() ? made : plain(made))
                        .chain(made -> readable(opened, made).map(open -> shown(made, open))));
    }

    private static List<Recommendation> plain(List<Recommendation> made) {
        return made.stream().filter(one -> !one.isPart2()).toList();
    }

    /** The placements whose recommendations the reader may read all of. */
    private Uni<Set<UUID>> readable(Opened opened, List<Recommendation> made) {
        Set<UUID> asked = made.stream()
                .filter(Recommendation::isPart2)
                .map(Recommendation::placementId)
                .collect(Collectors.toSet());
        return parties.covered(opened.file(), placement -> asked.contains(placement.id()), parties.part2()::isCovered);
    }

    private static List<RecommendationResponse> shown(List<Recommendation> made, Set<UUID> readable) {
        return made.stream()
                .map(one -> RecommendationResponse.of(one, one.isPart2() && !readable.contains(one.placementId())))
                .toList();
    }

    private static void check(MakeRecommendationRequest request, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        boolean wordless = request.text() == null || request.text().isBlank();
        if (wordless && RecommendationCode.OTHER.name().equals(request.code())) {
            faults.add(new Fault("/text", "missing", "must say what is recommended with OTHER"));
        }
        LocalDate review = request.reviewOn();
        if (review != null && (!review.isAfter(today) || review.isAfter(today.plusYears(YEARS_AHEAD)))) {
            faults.add(new Fault("/reviewOn", "out-of-range", "must be after today and within two years"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
    }
}
