package org.footbridge.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.footbridge.common.testsupport.Access;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother.Made;

/** Makes placements at the school's own team, and their fixtures of the access matrix. */
public final class InSchool {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Object> TRY = ReferralMother.attemptForm(Duration.ZERO, "PHONE", "REACHED");

    private final DemoTokens demo;
    private final ReferralMother mother;

    public InSchool(DemoTokens demo) {
        this.demo = demo;
        this.mother = new ReferralMother(demo);
    }

    /** A counselor of the referral's school. */
    public TokenBuilder counselor() {
        return demo.tokens()
                .person("stf-9007@example.edu")
                .tenant(DemoTokens.PRAIRIE_VIEW)
                .roles("counselor")
                .scopes("referral:read", "referral:write", "message:read", "message:write");
    }

    public static String path(Made made) {
        return made.sentPath() + "/team";
    }

    public Made placed() {
        return place(mother.triaged());
    }

    public Made place(Made made) {
        Response sent = mother.step(
                demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.TEAM_SERVICE), 201);
        return new Made(made.referral(), UUID.fromString(sent.path("id")), null);
    }

    public Made accepted() {
        return stepped(placed(), "accept", Map.of());
    }

    public Made scheduled() {
        Made made = accepted();
        Response booked = step(made, "appointments", ReferralMother.visitForm(), 201);
        return new Made(made.referral(), made.placement(), UUID.fromString(booked.path("id")));
    }

    public Made inService() {
        Made made = scheduled();
        return stepped(made, "appointments/" + made.appointment() + "/attendance", Map.of("outcome", "KEPT"));
    }

    private Made onHold() {
        return stepped(accepted(), "progress/hold", Map.of("reason", "SCHOOL_BREAK"));
    }

    private Made askedBack() {
        Made made = accepted();
        mother.step(demo.coordinator(), made.sentPath(), "request-cancellation", Map.of("reason", "OTHER"), 200);
        return made;
    }

    private Made stepped(Made made, String step, Map<String, ?> body) {
        step(made, step, body, 200);
        return made;
    }

    public Response step(Made made, String step, Map<String, ?> body, int status) {
        return mother.step(counselor(), path(made), step, body, status);
    }

    void addTo(AccessMatrix matrix) {
        matrix.operation("getPlacementInSchool", () -> team(placed()))
                .operation("listPlacementTransitionsInSchool", () -> team(placed()))
                .operation("acknowledgePlacementInSchool", change(this::placed, Map.of()))
                .operation("acceptPlacementInSchool", change(this::placed, Map.of()))
                .operation("unAcceptPlacementInSchool", change(this::accepted, Map.of()))
                .operation("declinePlacementInSchool", change(this::placed, Map.of("code", "NO_CAPACITY")))
                .operation("completePlacementInSchool", change(this::inService, Map.of("outcome", "SERVED_IMPROVED")))
                .operation("endPlacementInSchoolNotServed", change(this::accepted, Map.of("code", "MOVED")))
                .operation("waitlistPlacementInSchool", change(this::placed, Map.of()))
                .operation("holdPlacementInSchool", change(this::accepted, Map.of("reason", "OTHER")))
                .operation("resumePlacementInSchool", change(this::onHold, Map.of()))
                .operation("askPlacementInfoInSchool", change(this::placed, Map.of("question", "When?")))
                .operation("confirmCancellationInSchool", change(this::askedBack, Map.of()))
                .operation("bookAppointmentInSchool", change(this::accepted, ReferralMother.visitForm()))
                .operation("recordAttendanceInSchool", visit(Map.of("outcome", "KEPT")))
                .operation("cancelAppointmentInSchool", visit(Map.of("by", "FAMILY")))
                .operation("recordContactAttemptInSchool", change(this::placed, TRY))
                .operation("endPlacementInSchoolWithoutContact", change(this::triedInVain, Map.of()));
        shared(matrix);
        files(matrix);
        scheduling(matrix);
    }

    private void shared(AccessMatrix matrix) {
        Map<String, String> hello = Map.of("text", "hello");
        matrix.operation("postMessageInSchool", () -> team(placed()).body(json(hello)))
                .operation("listMessagesInSchool", () -> team(placed()))
                .operation("countUnreadMessagesInSchool", () -> team(placed()))
                .operation("markMessagesInSchoolRead", () -> {
                    Made made = placed();
                    String message = ReferralMother.post(counselor(), path(made) + "/messages", hello, null)
                            .path("id");
                    return team(made).body(json(Map.of("upTo", message)));
                })
                .operation(
                        "makeRecommendationInSchool", () -> team(accepted()).body(json(Map.of("code", "QUIET_PLACE"))))
                .operation("listRecommendationsInSchool", () -> team(accepted()));
    }

    private void files(AccessMatrix matrix) {
        matrix.operation("addAttachmentInSchool", () -> team(accepted())
                        .contentType("application/octet-stream")
                        .body("hello"))
                .operation("listAttachmentsInSchool", () -> team(accepted()))
                .operation("downloadAttachmentInSchool", () -> {
                    Made made = accepted();
                    return team(made).path("id", mother.file(made));
                });
    }

    private void scheduling(AccessMatrix matrix) {
        matrix.operation("getAvailabilityInSchool", () -> team(accepted()))
                .operation("setAvailabilityInSchool", () -> team(accepted())
                        .header("If-Match", "\"0\"")
                        .body(json(Map.of("zone", "America/Chicago", "weekly", List.of()))))
                .operation("listFreeSlotsInSchool", () -> team(accepted()))
                .operation("listProposalsInSchool", () -> team(accepted()))
                .operation("proposeAppointmentsInSchool", () -> {
                    Meeting meeting = Meeting.possible(demo, this);
                    return team(meeting.made()).body(json(meeting.form()));
                })
                .operation("confirmProposalInSchool", () -> {
                    Meeting meeting = Meeting.proposed(demo, this);
                    return changing(meeting.made())
                            .path("id", meeting.proposal())
                            .body(json(Map.of("appointmentId", meeting.appointment())));
                })
                .operation("dropProposalInSchool", () -> {
                    Meeting meeting = Meeting.proposed(demo, this);
                    return changing(meeting.made())
                            .path("id", meeting.proposal())
                            .body("{}");
                });
    }

    private Made triedInVain() {
        Made made = placed();
        step(made, "contact-attempts", ReferralMother.attemptForm(Duration.ZERO, "PHONE", "NO_ANSWER"), 201);
        step(made, "contact-attempts", ReferralMother.attemptForm(Duration.ZERO, "TEXT", "NO_ANSWER"), 201);
        Duration yesterday = Duration.ofHours(24).minusMinutes(5);
        step(made, "contact-attempts", ReferralMother.attemptForm(yesterday, "PHONE", "NO_ANSWER"), 201);
        return made;
    }

    private Supplier<Access> visit(Map<String, ?> body) {
        return () -> {
            Made made = scheduled();
            return changing(made).path("id", made.appointment()).body(json(body));
        };
    }

    private Supplier<Access> change(Supplier<Made> made, Map<String, ?> body) {
        return () -> changing(made.get()).body(json(body));
    }

    private Access changing(Made made) {
        return team(made).header("If-Match", ReferralMother.etag(counselor(), path(made)));
    }

    private Access team(Made made) {
        return Access.by(counselor())
                .path("referralId", made.referral())
                .path("placementId", made.placement())
                .unchanged("/api/v1/referrals/{referralId}/placements/{placementId}/team")
                .hiddenIn("/api/v1/team-placements?limit=200");
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
