package org.footbridge.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.Access;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;

/** Fixtures of the access matrix and rows for row-level security: desks, intake and rights. */
final class DeskFixtures {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Coordinates everywhere already, so that standing in for somebody gives no other test a right. */
    private static final UUID COLLEAGUE = UUID.fromString("01980000-0000-7000-8000-000000009004");

    private final DemoTokens demo;

    DeskFixtures(DemoTokens demo) {
        this.demo = demo;
    }

    void addTo(AccessMatrix matrix) {
        matrix.operation("getDelegation", this::delegation).operation("revokeDelegation", () -> delegation()
                .header("If-Match", "\"0\"")
                .unchanged("/api/v1/delegations/{id}"));
        intake(matrix);
        rights(matrix);
        retention(matrix);
    }

    private void intake(AccessMatrix matrix) {
        matrix.operation("getFamilyReferral", () -> Access.by(demo.guardian())
                        .path("id", new ReferralMother(demo).triaged().referral())
                        .hiddenIn("/api/v1/family-referrals?limit=200"))
                .open("leaveConcern", "whoever worries about somebody needs no account")
                .operation("withdrawConcernCode", () -> Access.by(demo.coordinator())
                        .path("code", code())
                        .hiddenIn("/api/v1/concerns/codes?limit=200"))
                .operation("getConcern", this::concern)
                .operation("referConcern", () -> changed(concern())
                        .body(json(Map.of("studentId", World.STUDENT, "urgency", "CRISIS"))))
                .operation("dismissConcern", () -> changed(concern()).body(json(Map.of("code", "UNCLEAR"))));
    }

    private void rights(AccessMatrix matrix) {
        Map<String, Object> amendment = Map.of("request", "It was not so.");
        matrix.operation("requestAccess", () -> student())
                .operation("listAccessRequests", () -> student())
                .operation("getAccessRequest", () -> request("access-requests", Map.of()))
                .operation("exportRecords", () -> request("access-requests", Map.of()))
                .operation("closeAccessRequest", () -> changed("access-requests", Map.of())
                        .body(json(Map.of("state", "WITHDRAWN"))))
                .operation("requestAmendment", () -> student().body(json(amendment)))
                .operation("listAmendmentRequests", () -> student())
                .operation("getAmendmentRequest", () -> request("amendment-requests", amendment))
                .operation("decideAmendment", () -> changed("amendment-requests", amendment)
                        .body(json(Map.of("accepted", true, "reason", "So it was."))))
                .operation("attachStatement", () -> {
                    String id = made("amendment-requests", amendment);
                    String path = "/api/v1/students/" + World.STUDENT + "/amendment-requests/" + id;
                    ReferralMother.post(
                                    demo.coordinator(),
                                    path + "/decide",
                                    Map.of("accepted", false, "reason", "It was."),
                                    "\"0\"")
                            .then()
                            .statusCode(200);
                    return student()
                            .path("id", id)
                            .header("If-Match", "\"1\"")
                            .body(json(Map.of("statement", "It was not.")));
                });
    }

    private Access changed(String kind, Map<String, ?> form) {
        return request(kind, form)
                .header("If-Match", "\"0\"")
                .unchanged("/api/v1/students/{studentId}/" + kind + "/{id}");
    }

    private Access request(String kind, Map<String, ?> form) {
        return student().path("id", made(kind, form));
    }

    private String made(String kind, Map<String, ?> form) {
        return ReferralMother.post(demo.coordinator(), "/api/v1/students/" + World.STUDENT + "/" + kind, form, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Access student() {
        return Access.by(demo.coordinator()).path("studentId", World.STUDENT);
    }

    private void retention(AccessMatrix matrix) {
        String path = "/api/v1/districts/" + DemoTokens.PRAIRIE_VIEW + "/retention";
        matrix.operation("getRetention", this::district)
                .operation("setRetention", () -> district()
                        .header("If-Match", ReferralMother.etag(demo.districtAdmin(), path))
                        .body(json(Map.of("policies", List.of())))
                        .unchanged("/api/v1/districts/{districtId}/retention"))
                .operation("reportRetention", this::district)
                .operation("purgeRecords", this::district)
                .operation("placeLegalHold", () -> held().body(json(Map.of("reason", "Case 1"))))
                .operation("listLegalHolds", this::held)
                .operation("liftLegalHold", () -> {
                    String holds = "/api/v1/students/" + World.STUDENT + "/legal-holds";
                    String id = ReferralMother.post(demo.districtAdmin(), holds, Map.of("reason", "Case 1"), null)
                            .path("id");
                    return held().path("id", id).header("If-Match", "\"0\"");
                });
    }

    private Access district() {
        return Access.by(demo.districtAdmin()).path("districtId", DemoTokens.PRAIRIE_VIEW);
    }

    private Access held() {
        return Access.by(demo.districtAdmin()).path("studentId", World.STUDENT);
    }

    private static Access changed(Access concern) {
        return concern.header("If-Match", "\"0\"").unchanged("/api/v1/concerns/{id}");
    }

    private Access concern() {
        String list = "/api/v1/concerns?limit=200";
        String receipt = RestAssured.given()
                .contentType("application/json")
                .body(Map.of("code", code(), "who", "somebody", "what", "sad"))
                .post("/api/v1/concerns")
                .path("receipt");
        String id =
                ReferralMother.get(demo.coordinator(), list).path("items.find { it.receipt == '" + receipt + "' }.id");
        return Access.by(demo.coordinator()).path("id", id).hiddenIn(list);
    }

    private String code() {
        Map<String, Object> school = Map.of("schoolId", World.SCHOOL);
        return ReferralMother.post(demo.coordinator(), "/api/v1/concerns/codes", school, null)
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private Access delegation() {
        String today = LocalDate.now(ZoneId.of("America/Chicago")).toString();
        Map<String, Object> absence = Map.of("toPersonId", COLLEAGUE, "from", today, "until", today);
        String id = ReferralMother.post(demo.coordinator(), "/api/v1/delegations", absence, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return Access.by(demo.coordinator()).path("id", id).hiddenIn("/api/v1/delegations?limit=200");
    }

    /** A row of the district in each table that no journey of the mother fills. */
    static List<String> plants(UUID district) {
        return List.of(
                """
                insert into delegation (id, tenant_id, from_person_id, to_person_id, begins_on, ends_on, created_by,
                    created_at, version)
                values (gen_random_uuid(), '%s', '%s', '%s', '2020-01-01', '2020-01-02', 'planted', now(), 0)
                """.formatted(district, World.COORDINATOR, World.EDUCATOR),
                """
                insert into left_concern (id, tenant_id, school_id, receipt, suspect, state, dismissal, received_at, expires_at,
                    version)
                values (gen_random_uuid(), '%s', gen_random_uuid(), 'R', false, 'DISMISSED', 'SPAM', now(), now(), 0)
                """.formatted(district),
                """
                insert into access_request (id, tenant_id, student_id, asked_by, relation, state, requested_at, due_on, closed_at,
                    version)
                values (gen_random_uuid(), '%s', '%s', '%s', 'GUARDIAN', 'WITHDRAWN', now(), '2026-01-01', now(), 0)
                """.formatted(district, World.STUDENT, World.GUARDIAN),
                """
                insert into amendment_request (id, tenant_id, student_id, asked_by, relation, request, state, requested_at, version)
                values (gen_random_uuid(), '%s', '%s', '%s', 'GUARDIAN', 'x', 'OPEN', now(), 0)
                """.formatted(district, World.STUDENT, World.GUARDIAN),
                """
                insert into legal_hold (id, tenant_id, student_id, reason, placed_by, placed_at, lifted_by, lifted_at, version)
                values (gen_random_uuid(), '%s', '%s', 'x', 'planted', now(), 'planted', now(), 0)
                """.formatted(district, World.STUDENT),
                """
                insert into retention_plan values ('%s', '{"policies":[]}', now(), 0) on conflict do nothing
                """.formatted(district));
    }

    static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
