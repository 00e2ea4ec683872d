package org.footbridge.referral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.placement.PlacementSummary;

/**
 * A referral as the caller's relation allows: the referrer learns how far it is and whether the student was seen, never what an
 * agency found; the school's coordinator sees the rest. This class is the one place that decides it for the school's side.
 */
@Schema(
        description =
                "A referral. The referrer sees status, dates, attendance and the questions to him or her; the members from tier on are for coordinators, the form for on-call contacts of a crisis too.")
public record ReferralResponse(
        UUID id,

        @Schema(maxLength = 11, pattern = "^FB-[0-9A-HJKMNP-TV-Z]{8}$", examples = "FB-7K3M9Q2X")
        String number,

        ReferralState state,

        @Schema(maxLength = 80, description = "The state in plain words.", examples = "The student has been seen")
        String status,

        Urgency urgency,
        UUID studentId,
        UUID schoolId,
        @Schema(maxLength = 500) String schoolName,

        @Schema(
                description =
                        "Whether a first visit took place. Missing for the referrer while no consent with the scope FEEDBACK lets the"
                                + " agency tell the school; what happens at the school's own team is for its coordinators.")
        Boolean attended,

        Dates dates,

        Completeness completeness,
        CrisisHelp crisis,

        @Schema(maxItems = 1000, description = "What was asked and answered, oldest first.")
        List<InquiryItem> inquiries,

        @Schema(minimum = "1", maximum = "3") Integer tier,
        UUID referrerId,
        UUID coordinatorId,
        UUID previousReferralId,

        @Schema(description = "The referral that a DUPLICATE goes on in.")
        UUID duplicateOf,

        @Schema(maxLength = 40, description = "Outcome code of a completed referral, or why it was closed.")
        String outcome,

        @Schema(maxLength = 35) String homeLanguage,
        Form form,
        @Schema(maxItems = 1000) List<PlacementSummary> placements) {

    /** When it passed each point. */
    @Schema(name = "ReferralDates")
    public record Dates(
            LocalDate receivedOn,
            Instant submittedAt,
            Instant triagedAt,

            @Schema(description = "When the family was first asked electronically.")
            Instant consentRequestedAt,

            Instant consentGrantedAt,
            Instant sentAt,
            Instant firstVisitAt,
            Instant closedAt) {}

    /** What the form says, for the coordinator, and for whom the school calls in a crisis. */
    @Schema(name = "ReferralForm")
    public record Form(
            @Schema(maxItems = 10) List<Concern> concerns,
            @Schema(maxLength = 2000) String description,
            @Schema(maxLength = 500) String location,
            @Schema(maxLength = 2000) String actionsTried,
            @Schema(maxLength = 2000) String strengths,
            @Schema(maxLength = 2000) String expectedOutcome,
            Identified identified,
            boolean interpreterNeeded,
            Insurance insurance,
            Boolean iep,
            Boolean section504,
            boolean guardianMayBeContacted,

            @Schema(maxItems = 10, description = "Fields of the form that are still due.")
            List<String> missing) {}

    static ReferralResponse of(Shown shown) {
        Opened opened = shown.opened();
        Referral referral = opened.referral();
        boolean coordinator = opened.seesAll();
        return new ReferralResponse(
                referral.id(),
                referral.number(),
                referral.state(),
                status(shown),
                referral.urgency(),
                referral.studentId(),
                referral.schoolId(),
                referral.schoolName(),
                shown.tellsAttendance() ? shown.firstVisit() != null : null,
                dates(shown),
                Completeness.of(referral.urgency(), referral.need(), referral.access()),
                CrisisHelp.of(referral.urgency(), shown.localLines()),
                shown.inquiries().stream().map(InquiryItem::of).toList(),
                coordinator ? referral.tier() : null,
                coordinator ? referral.referrerId() : null,
                coordinator ? referral.coordinatorId() : null,
                coordinator ? referral.previousReferralId() : null,
                coordinator ? referral.duplicateOfId() : null,
                coordinator ? referral.outcome() : null,
                coordinator ? referral.access().homeLanguage() : null,
                coordinator || opened.onCall() ? form(referral) : null,
                coordinator
                        ? opened.file().placements().stream()
                                .map(PlacementSummary::of)
                                .toList()
                        : null);
    }

    private static Dates dates(Shown shown) {
        Milestones passed = shown.referral().milestones();
        return new Dates(
                passed.receivedOn(),
                passed.submittedAt(),
                passed.triagedAt(),
                passed.consentRequestedAt(),
                passed.consentGrantedAt(),
                passed.sentAt(),
                shown.firstVisit(),
                passed.closedAt());
    }

    private static Form form(Referral referral) {
        Need need = referral.need();
        return new Form(
                need.concerns().stream().map(Concern::valueOf).toList(),
                need.texts().description(),
                need.texts().location(),
                need.texts().actionsTried(),
                need.texts().strengths(),
                need.texts().expectedOutcome(),
                need.identified(),
                referral.access().interpreterNeeded(),
                referral.access().insurance(),
                referral.access().iep(),
                referral.access().section504(),
                referral.access().guardianContact(),
                missing(referral));
    }

    /** A crisis is taken in without them; they are still needed for a release on grounds of safety (decision 8). */
    private static List<String> missing(Referral referral) {
        List<String> due = new ArrayList<>();
        if (referral.need().texts().description() == null && referral.urgency() != Urgency.UNIVERSAL) {
            due.add("description");
        }
        if (referral.need().texts().location() == null && referral.urgency() == Urgency.CRISIS) {
            due.add("location");
        }
        return due;
    }

    private static String status(Shown shown) {
        return switch (shown.referral().state()) {
            case DRAFT -> "Not yet submitted";
            case SUBMITTED -> "Waiting for the coordinator";
            case NEEDS_INFO -> "The coordinator has a question";
            case TRIAGED -> "The coordinator is looking for help";
            case AWAITING_CONSENT -> "Waiting for the family's consent";
            case READY -> "Ready to be sent";
            case PLACED -> shown.firstVisit() == null ? "Sent to a provider" : "The student has been seen";
            case COMPLETED -> "Finished";
            case WITHDRAWN -> "Taken back by the school";
            case CLOSED_NOT_SERVED, CONSENT_REFUSED, CONSENT_REVOKED -> "Closed";
            case DUPLICATE -> "Goes on in another referral";
            case TRANSFERRED_OUT -> "The student has left the district";
            case ENTERED_IN_ERROR -> "Entered in error";
        };
    }
}
