package org.footbridge.referral.placement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.lifecycle.LifecycleProblem;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralProblem;

/**
 * Lets both sides of a placement reach what they share: its agency while its right to read lasts, or the counselors of the school
 * where it is in school, and the coordinators of the referral's school. Whoever referred takes no part. What stays in the school
 * needs no consent.
 */
@ApplicationScoped
public class Parties {
    private final AgencyAccess agencies;
    private final SchoolAccess schools;
    private final SendingChecks checks;
    private final Part2 part2;
    private final AccessLog log;

    Parties(AgencyAccess agencies, SchoolAccess schools, SendingChecks checks, Part2 part2, AccessLog log) {
        this.part2 = part2;
        this.agencies = agencies;
        this.schools = schools;
        this.checks = checks;
        this.log = log;
    }

    /** 404 for what is none of the caller's, 403 for the referrer and for an agency whose right has ended. */
    public Uni<Party> open(Caller caller, PlacementAddress at) {
        return at.side() == Side.AGENCY
                ? agencies.open(caller, at).map(AgencyAccess.Held::party)
                : schools.open(caller, at.referralId())
                        .map(opened -> new Party(
                                Side.SCHOOL,
                                opened.coordinator(),
                                opened.file(),
                                opened.file().placement(at.placementId())));
    }

    /** What is asked of words and files about substance use. */
    public Part2 part2() {
        return part2;
    }

    /** 409 where what the school gives to the agency now is covered by no live agreement and consent. */
    public Uni<Void> requireConsent(Party party) {
        return party.isSchool() && !party.inSchool()
                ? checks.consent(party.file().referral(), party.placement().agencyId())
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** Whether a live consent lets the agency tell the school something. */
    public Uni<Boolean> feedbackIsCovered(Referral referral, Placement placement) {
        return covers(referral, placement, RecordScope.FEEDBACK);
    }

    /** Of a referral's placements those that a consent covers right now, in that respect; each is asked once. */
    public Uni<Set<UUID>> covered(
            CaseFile file, Predicate<Placement> wanted, BiFunction<Referral, Placement, Uni<Boolean>> covers) {
        return Multi.createFrom()
                .iterable(file.placements().stream().filter(wanted).toList())
                .onItem()
                .transformToUniAndConcatenate(placement ->
                        covers.apply(file.referral(), placement).map(covered -> covered ? placement.id() : null))
                .collect()
                .asSet();
    }

    /** 409 where no live consent lets the agency tell the school anything. */
    public Uni<Void> requireFeedback(Party agency) {
        return require(agency, ReferralProblem.CONSENT_MISSING, RecordScope.FEEDBACK);
    }

    /** 409 where no live consent lets the school give such a file to the agency. */
    public Uni<Void> requireAttachments(Party school, boolean part2) {
        return requireConsent(school).chain(() -> require(school, ReferralProblem.CONSENT_MISSING, ofFiles(part2)));
    }

    /** Whether the agency may read the school's files of that kind right now. */
    public Uni<Boolean> attachmentsAreCovered(Party agency, boolean part2) {
        return covers(agency.file().referral(), agency.placement(), ofFiles(part2));
    }

    /** 403 where the agency may not read the school's files of that kind any more. */
    public Uni<Void> requireAttachmentsReadable(Party agency, boolean part2) {
        return require(agency, ReferralProblem.ACCESS_REVOKED, ofFiles(part2));
    }

    private static RecordScope[] ofFiles(boolean part2) {
        return part2
                ? new RecordScope[] {RecordScope.ATTACHMENTS, RecordScope.PART2}
                : new RecordScope[] {RecordScope.ATTACHMENTS};
    }

    private Uni<Void> require(Party party, ReferralProblem otherwise, RecordScope... parts) {
        return covers(party.file().referral(), party.placement(), parts)
                .invoke(covered -> {
                    if (!covered) {
                        throw otherwise.because("No live consent has the scope "
                                + Arrays.stream(parts).map(Enum::name).collect(Collectors.joining(" and ")) + ".");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> covers(Referral referral, Placement placement, RecordScope... parts) {
        return placement.destination().inSchool()
                ? Uni.createFrom().item(!List.of(parts).contains(RecordScope.PART2))
                : checks.covers(referral, placement, parts);
    }

    /** 409 before the agency has taken the student on, and after an end without service. */
    public static void requireTaken(Party party) {
        PlacementState state = party.placement().state();
        if (!PlacementLifecycle.isTaken(state) && state != PlacementState.COMPLETED) {
            throw LifecycleProblem.WRONG_STATE
                    .of("The agency has not taken the student on.")
                    .with("state", state.name());
        }
    }

    /** 409 where the two sides work together no more. */
    public static void requireOpen(Party party) {
        if (!party.isOpen()) {
            throw LifecycleProblem.WRONG_STATE
                    .of("The two sides no longer work on this placement together.")
                    .with("state", party.placement().state().name());
        }
    }

    /** Enters into the access log what the party reads. */
    public Uni<Void> read(Party party, String operation, Collection<UUID> ids) {
        return party.isOutside()
                ? log.agency(
                        party.actor(),
                        operation,
                        ids.stream()
                                .map(id -> new AccessLog.Seen(id, party.tenantId()))
                                .toList())
                : log.school(party.actor(), operation, ids);
    }
}
