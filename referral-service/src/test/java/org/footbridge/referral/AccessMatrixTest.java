package org.footbridge.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.Access;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother.Made;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each operation about a resource of its own, tried by everybody whom it is no business of (decision 39). */
@QuarkusTest
class AccessMatrixTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFERRALS = "/api/v1/referrals?limit=200";
    private static final String PLACEMENTS = "/api/v1/placements?limit=200";

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @TestFactory
    Stream<DynamicTest> access() {
        World.fill(database);
        mother = new ReferralMother(demo);
        AccessMatrix matrix = AccessMatrix.of(demo);
        reading(matrix);
        school(matrix);
        handling(matrix);
        drafts(matrix);
        agency(matrix);
        settings(matrix);
        new WorkingTogether(demo).addTo(matrix);
        new InSchool(demo).addTo(matrix);
        new CalendarFixtures(demo).addTo(matrix);
        new DeskFixtures(demo).addTo(matrix);
        new ConsentFixtures(demo, database).add(matrix);
        return matrix.tests();
    }

    private void reading(AccessMatrix matrix) {
        matrix.operation("getReferral", () -> by(demo.educator(), mother.submitted()))
                .operation("listReferralTransitions", () -> by(demo.educator(), mother.submitted()))
                .operation("getReferralHistory", () -> by(demo.educator(), mother.submitted()))
                .operation("listReferralClocks", () -> consents(mother.submitted()))
                .operation("listConsents", () -> consents(mother.ready()))
                .operation("getConsent", () -> consent(mother.ready()))
                .operation("listReferralPlacements", () -> consents(mother.sent()))
                .operation("getReferralPlacement", () -> {
                    Made made = mother.sent();
                    return consents(made).path("id", made.placement()).hiddenIn(PLACEMENTS);
                })
                .operation("listStudentDisclosures", () -> Access.by(demo.coordinator())
                        .path("studentId", World.STUDENT))
                .operation("getPlacement", () -> placed(mother.sent()))
                .operation("listPlacementTransitions", () -> placed(mother.sent()))
                .operation("getAppointment", () -> {
                    Made made = mother.scheduled();
                    return visit(made).path("id", made.appointment());
                });
    }

    private void school(AccessMatrix matrix) {
        matrix.operation("triageReferral", change(mother::submitted, ReferralMother.triageForm()))
                .operation("refuseConsent", change(mother::triaged, Map.of()))
                .operation("withdrawReferral", change(mother::ready, Map.of("reason", "OTHER")))
                .operation("enterReferralInError", change(mother::sent, Map.of("reason", "wrong student")))
                .operation("recordConsent", () -> consents(mother.triaged()).body(json(ReferralMother.consentForm())))
                .operation("sendReferral", () -> {
                    Made made = mother.ready();
                    return consents(made)
                            .header("If-Match", ReferralMother.etag(demo.coordinator(), made.referralPath()))
                            .body(json(Map.of("serviceId", World.SERVICE)));
                })
                .operation("supplyPlacementInfo", followUp(mother::agencyAsked, Map.of("answer", "After school.")))
                .operation("requestCancellation", followUp(mother::accepted, Map.of("reason", "OTHER")))
                .operation("revokeConsent", () -> consent(mother.ready())
                        .header("If-Match", "\"0\"")
                        .body("{}"));
    }

    private void handling(AccessMatrix matrix) {
        matrix.operation("askForInformation", change(mother::submitted, Map.of("question", "Since when?")))
                .operation("supplyInformation", change(mother::asked, Map.of("answer", "Since May.")))
                .operation("addReferralDetails", change(mother::submitted, Map.of("strengths", "Draws well.")))
                .operation("closeReferral", change(mother::triaged, Map.of("code", "FAMILY_DECLINED")))
                .operation("transferReferralOut", change(mother::ready, Map.of()))
                .operation("assignReferral", change(mother::submitted, Map.of("personId", World.COORDINATOR)))
                .operation(
                        "moveReferralToSchool",
                        change(mother::submittedForTheMoving, Map.of("schoolId", World.OTHER_SCHOOL)))
                .operation("listReferralDuplicates", () -> by(demo.coordinator(), mother.submitted()))
                .operation("markReferralAsDuplicate", () -> {
                    Made other = mother.submitted();
                    return change(mother::submitted, Map.of("of", other.referral()))
                            .get();
                });
    }

    private void drafts(AccessMatrix matrix) {
        matrix.operation("getReferralDraft", this::draft)
                .operation("saveReferralDraft", () -> changedDraft().body(json(ReferralMother.form())))
                .operation("discardReferralDraft", this::changedDraft)
                .operation("submitReferralDraft", () -> draft().unchanged("/api/v1/referrals/drafts/{id}"));
    }

    private Access changedDraft() {
        return draft().header("If-Match", "\"0\"").unchanged("/api/v1/referrals/drafts/{id}");
    }

    private Access draft() {
        return Access.by(demo.educator()).path("id", mother.draft()).hiddenIn("/api/v1/referrals/drafts?limit=200");
    }

    private void agency(AccessMatrix matrix) {
        matrix.operation("acknowledgePlacement", answer(mother::sent, Map.of()))
                .operation("acceptPlacement", answer(mother::sent, Map.of()))
                .operation("unAcceptPlacement", answer(mother::accepted, Map.of()))
                .operation("declinePlacement", answer(mother::sent, Map.of("code", "NO_CAPACITY")))
                .operation("completePlacement", answer(mother::inService, Map.of("outcome", "SERVED_IMPROVED")))
                .operation("endPlacementNotServed", answer(mother::accepted, Map.of("code", "MOVED")))
                .operation("endPlacementWithoutContact", answer(mother::triedInVain, Map.of()))
                .operation(
                        "recordContactAttempt",
                        answer(mother::sent, ReferralMother.attemptForm(Duration.ZERO, "PHONE", "REACHED")))
                .operation("waitlistPlacement", answer(mother::sent, Map.of("expectedDays", 21)))
                .operation("holdPlacement", answer(mother::accepted, Map.of("reason", "FAMILY_REQUEST")))
                .operation("resumePlacement", answer(mother::onHold, Map.of()))
                .operation("askPlacementInfo", answer(mother::sent, Map.of("question", "When?")))
                .operation("confirmCancellation", answer(mother::askedBack, Map.of()))
                .operation("cancelAppointment", () -> {
                    Made made = mother.scheduled();
                    return visit(made)
                            .path("id", made.appointment())
                            .header("If-Match", ReferralMother.etag(demo.agencyStaff(), made.placementPath()))
                            .body(json(Map.of("by", "FAMILY")));
                })
                .operation("bookAppointment", () -> {
                    Made made = mother.accepted();
                    return visit(made)
                            .header("If-Match", ReferralMother.etag(demo.agencyStaff(), made.placementPath()))
                            .body(json(ReferralMother.visitForm()));
                })
                .operation("recordAttendance", () -> {
                    Made made = mother.scheduled();
                    return visit(made)
                            .path("id", made.appointment())
                            .header("If-Match", ReferralMother.etag(demo.agencyStaff(), made.placementPath()))
                            .body(json(Map.of("outcome", "KEPT")));
                });
    }

    private void settings(AccessMatrix matrix) {
        String district = "/api/v1/districts/" + DemoTokens.PRAIRIE_VIEW;
        matrix.operation("getOnCallChain", () -> Access.by(demo.districtAdmin()).path("schoolId", World.SCHOOL))
                .operation("setOnCallChain", () -> Access.by(demo.districtAdmin())
                        .path("schoolId", World.SCHOOL)
                        .header("If-Match", ReferralMother.etag(demo.districtAdmin(), OnCall.PATH))
                        .body(json(OnCall.chain())))
                .operation("getReferralCrisis", () -> Access.by(demo.coordinator())
                        .path("referralId", mother.crisis().referral()))
                .operation("acknowledgeCrisis", () -> Access.by(demo.coordinator())
                        .path("referralId", mother.crisis().referral()));
        matrix.operation("getStudent", () -> Access.by(demo.coordinator())
                        .path("id", World.STUDENT)
                        .hiddenIn("/api/v1/students?limit=200"))
                .operation("getDistrict", () -> Access.by(demo.districtAdmin()).path("id", DemoTokens.PRAIRIE_VIEW))
                .operation("changeDistrict", () -> Access.by(demo.districtAdmin())
                        .path("id", DemoTokens.PRAIRIE_VIEW)
                        .header("If-Match", ReferralMother.etag(demo.districtAdmin(), district))
                        .contentType("application/merge-patch+json")
                        .body(json(Map.of("minimumCell", 11)))
                        .unchanged("/api/v1/districts/{id}"))
                .operation("getServiceLevels", () -> Access.by(demo.districtAdmin())
                        .path("districtId", DemoTokens.PRAIRIE_VIEW))
                .operation("setServiceLevels", () -> Access.by(demo.districtAdmin())
                        .path("districtId", DemoTokens.PRAIRIE_VIEW)
                        .header("If-Match", ReferralMother.etag(demo.districtAdmin(), district + "/service-levels"))
                        .body(json(Map.of("limits", Map.of()))))
                .operation("getAgreement", () -> Access.by(demo.districtAdmin()).path("id", World.OLD_AGREEMENT))
                .operation("endAgreement", () -> Access.by(demo.platformAdmin())
                        .path("id", World.OLD_AGREEMENT)
                        .body(json(Map.of("reason", "over"))))
                .operation("getGrant", () -> grant(World.SPARE_GRANT))
                .operation("takeRole", () -> grant(World.SPARE_GRANT))
                .operation(
                        "getRosterImport", () -> Access.by(demo.districtAdmin()).path("id", World.IMPORT));
    }

    private Access grant(UUID id) {
        return Access.by(demo.districtAdmin()).path("id", id).hiddenIn("/api/v1/roster/grants?limit=200");
    }

    private Access by(TokenBuilder who, Made made) {
        return Access.by(who).path("id", made.referral()).hiddenIn(REFERRALS);
    }

    private Access consents(Made made) {
        return Access.by(demo.coordinator()).path("referralId", made.referral()).hiddenIn(REFERRALS);
    }

    private Access consent(Made made) {
        String list = made.referralPath() + "/consents";
        String id = ReferralMother.get(demo.coordinator(), list).path("items[0].id");
        return consents(made).path("id", id);
    }

    private Access placed(Made made) {
        return Access.by(demo.agencyStaff()).path("id", made.placement()).hiddenIn(PLACEMENTS);
    }

    private Access visit(Made made) {
        return Access.by(demo.agencyStaff())
                .path("placementId", made.placement())
                .hiddenIn(PLACEMENTS);
    }

    private Supplier<Access> change(Supplier<Made> made, Map<String, ?> body) {
        return fixture(
                made,
                one -> by(demo.coordinator(), one)
                        .header("If-Match", ReferralMother.etag(demo.coordinator(), one.referralPath()))
                        .unchanged("/api/v1/referrals/{id}"),
                body);
    }

    private Supplier<Access> answer(Supplier<Made> made, Map<String, ?> body) {
        return fixture(
                made,
                one -> placed(one)
                        .header("If-Match", ReferralMother.etag(demo.agencyStaff(), one.placementPath()))
                        .unchanged("/api/v1/placements/{id}"),
                body);
    }

    private Supplier<Access> followUp(Supplier<Made> made, Map<String, ?> body) {
        return fixture(
                made,
                one -> consents(one)
                        .path("id", one.placement())
                        .header("If-Match", ReferralMother.etag(demo.coordinator(), one.sentPath()))
                        .unchanged("/api/v1/referrals/{referralId}/placements/{id}"),
                body);
    }

    private static Supplier<Access> fixture(Supplier<Made> made, Function<Made, Access> access, Map<String, ?> body) {
        return () -> access.apply(made.get()).body(json(body));
    }

    static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
