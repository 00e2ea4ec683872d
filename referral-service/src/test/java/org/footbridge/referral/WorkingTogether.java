package org.footbridge.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.footbridge.common.testsupport.Access;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.referral.ReferralMother.Made;

/** Fixtures of the access matrix: what the two sides of a placement share. */
final class WorkingTogether {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DemoTokens demo;
    private final ReferralMother mother;

    WorkingTogether(DemoTokens demo) {
        this.demo = demo;
        this.mother = new ReferralMother(demo);
    }

    void addTo(AccessMatrix matrix) {
        messages(matrix);
        recommendations(matrix);
        contacts(matrix);
        files(matrix);
        scheduling(matrix, "", this::agency);
        scheduling(matrix, "BySchool", this::school);
        matrix.open("getCalendar", "the address itself is the secret")
                .operation("revokeCalendarFeed", () -> Access.by(demo.agencyStaff())
                        .path(
                                "id",
                                ReferralMother.post(demo.agencyStaff(), "/api/v1/calendar-feeds", Map.of(), null)
                                        .path("id"))
                        .hiddenIn("/api/v1/calendar-feeds"));
    }

    private void files(AccessMatrix matrix) {
        matrix.operation("addAttachment", () -> referral(mother.submitted())
                        .contentType("application/octet-stream")
                        .body("hello"))
                .operation("listAttachments", () -> referral(mother.submitted()))
                .operation("downloadAttachment", () -> {
                    Made made = mother.submitted();
                    return referral(made).path("id", mother.file(made));
                })
                .operation("releaseAttachment", () -> {
                    Made made = mother.acceptedWith("IDENTITY", "ATTACHMENTS");
                    return school(made).path("id", mother.file(made));
                })
                .operation("addAgencyAttachment", () -> agency(mother.acceptedWithFeedback())
                        .contentType("application/octet-stream")
                        .body("hello"))
                .operation("listAgencyAttachments", () -> agency(mother.accepted()))
                .operation("downloadAgencyAttachment", () -> {
                    Made made = mother.withFileOfTheAgency();
                    return agency(made).path("id", made.appointment());
                })
                .operation("getDisclosedRecordPaper", () -> agency(mother.sent()));
    }

    private Access referral(Made made) {
        return Access.by(demo.coordinator())
                .path("referralId", made.referral())
                .hiddenIn("/api/v1/referrals?limit=200");
    }

    private void scheduling(AccessMatrix matrix, String side, Function<Made, Access> access) {
        Map<String, Object> hours = Map.of("zone", "America/Chicago", "weekly", List.of());
        matrix.operation("getAvailability" + side, () -> access.apply(mother.accepted()))
                .operation("setAvailability" + side, () -> access.apply(mother.accepted())
                        .header("If-Match", "\"0\"")
                        .body(json(hours)))
                .operation("listFreeSlots" + side, () -> access.apply(mother.accepted()))
                .operation("listProposals" + side, () -> access.apply(mother.accepted()))
                .operation("proposeAppointments" + side, () -> {
                    Meeting meeting = Meeting.possible(demo, mother);
                    return access.apply(meeting.made()).body(json(meeting.form()));
                })
                .operation("confirmProposal" + side, () -> {
                    Meeting meeting = Meeting.proposed(demo, mother, side.isEmpty());
                    return answered(meeting, side, access).body(json(Map.of("appointmentId", meeting.appointment())));
                })
                .operation("dropProposal" + side, () -> answered(
                                Meeting.proposed(demo, mother, side.isEmpty()), side, access)
                        .body("{}"));
    }

    private Access answered(Meeting meeting, String side, Function<Made, Access> access) {
        String etag = side.isEmpty()
                ? ReferralMother.etag(demo.agencyStaff(), meeting.made().placementPath())
                : ReferralMother.etag(demo.coordinator(), meeting.made().sentPath());
        return access.apply(meeting.made()).path("id", meeting.proposal()).header("If-Match", etag);
    }

    private void recommendations(AccessMatrix matrix) {
        matrix.operation("makeRecommendation", () -> agency(mother.acceptedWithFeedback())
                        .body(json(Map.of("code", "QUIET_PLACE"))))
                .operation("listOwnRecommendations", () -> agency(mother.recommended()))
                .operation("listRecommendations", () -> Access.by(demo.coordinator())
                        .path("referralId", mother.recommended().referral())
                        .hiddenIn("/api/v1/referrals?limit=200"));
    }

    private void contacts(AccessMatrix matrix) {
        String contact = "/api/v1/agencies/" + DemoTokens.HARBOR_LIGHT + "/contact";
        matrix.operation("getContactCard", () -> agency(mother.sent()))
                .operation("getReferralContactCard", () -> school(mother.sent()))
                .operation("getAgencyContact", this::own)
                .operation("setAgencyContact", () -> own().header(
                                "If-Match", ReferralMother.etag(demo.agencyStaff(), contact))
                        .body(json(Map.of("intakeName", "Intake desk", "intakePhone", "+1-555-0142"))));
    }

    private Access own() {
        return Access.by(demo.agencyStaff())
                .path("agencyId", DemoTokens.HARBOR_LIGHT)
                .unchanged("/api/v1/agencies/{agencyId}/contact");
    }

    private void messages(AccessMatrix matrix) {
        Map<String, String> hello = Map.of("text", "hello");
        matrix.operation("postMessageToSchool", () -> agency(mother.accepted()).body(json(hello)))
                .operation(
                        "postMessageToAgency", () -> school(mother.accepted()).body(json(hello)))
                .operation("listMessagesWithSchool", () -> agency(mother.accepted()))
                .operation("listMessagesWithAgency", () -> school(mother.accepted()))
                .operation("countUnreadMessagesOfSchool", () -> agency(mother.accepted()))
                .operation("countUnreadMessagesOfAgency", () -> school(mother.accepted()))
                .operation("markMessagesOfSchoolRead", read(true))
                .operation("markMessagesOfAgencyRead", read(false));
    }

    private Supplier<Access> read(boolean byAgency) {
        return () -> {
            Made made = mother.accepted();
            String message = ReferralMother.post(
                            demo.agencyStaff(), made.placementPath() + "/messages", Map.of("text", "hello"), null)
                    .path("id");
            return (byAgency ? agency(made) : school(made)).body(json(Map.of("upTo", message)));
        };
    }

    private Access agency(Made made) {
        return Access.by(demo.agencyStaff())
                .path("placementId", made.placement())
                .unchanged("/api/v1/placements/{placementId}/messages")
                .hiddenIn("/api/v1/placements?limit=200");
    }

    private Access school(Made made) {
        return Access.by(demo.coordinator())
                .path("referralId", made.referral())
                .path("placementId", made.placement())
                .unchanged("/api/v1/referrals/{referralId}/placements/{placementId}/messages")
                .hiddenIn("/api/v1/placements?limit=200");
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
