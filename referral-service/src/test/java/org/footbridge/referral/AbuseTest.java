package org.footbridge.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and machines do wrong, or on purpose, and must not get away with: each row that the issue names. */
@QuarkusTest
class AbuseTest {
    private static final String HONEST =
            "\u202E\u05d4\u05d9\u05d0 \u0632\u064a\u0646\u0628 \uD83D\uDE22 \u738b\tand\nmore";

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldDoOnceWhatIsSentManyTimesAtOnce() {
        // Given
        Made made = mother.accepted();
        String key = UUID.randomUUID().toString();
        Supplier<Response> send = () -> keyed(demo.agencyStaff(), key, made.placementPath() + "/messages", "hello");

        // When
        List<Response> answers = together(send, send, send, send);

        // Then
        assertThat(answers)
                .extracting(Response::statusCode)
                .isSubsetOf(201, 409)
                .contains(201);
        Response replayed = send.get();
        assertThat(replayed.statusCode()).isEqualTo(201);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201).map(answer ->
                        (String) answer.path("id")))
                .containsOnly((String) replayed.path("id"));
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/messages")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void shouldAnswerALateReplayAsItDidAndDoNothing() {
        // Given
        Made made = mother.ready();
        String key = UUID.randomUUID().toString();
        String etag = ReferralMother.etag(demo.coordinator(), made.referralPath());
        Supplier<Response> send = () -> given().auth()
                .oauth2(demo.coordinator().sign())
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .header("Idempotency-Key", key)
                .body(Map.of("serviceId", World.SERVICE))
                .post(made.referralPath() + "/placements");
        Response first = send.get();
        first.then().statusCode(201);
        String placement = "/api/v1/placements/" + first.path("id");
        mother.step(demo.agencyStaff(), placement, "decline", Map.of("code", "NO_CAPACITY"), 200);

        // When
        Response late = send.get();

        // Then
        late.then().statusCode(201).body("id", equalTo(first.path("id"))).body("state", equalTo("SENT"));
        ReferralMother.get(demo.coordinator(), made.referralPath())
                .then()
                .body("placements.state", contains("DECLINED"))
                .body("state", equalTo("READY"));
    }

    @Test
    void shouldTakeAKeyForOneBodyAndOnePathOnly() {
        // Given
        Made made = mother.accepted();
        Made other = mother.accepted();
        String key = UUID.randomUUID().toString();
        keyed(demo.agencyStaff(), key, made.placementPath() + "/messages", "first")
                .then()
                .statusCode(201);

        // When, then
        keyed(demo.agencyStaff(), key, made.placementPath() + "/messages", "second")
                .then()
                .statusCode(422);
        keyed(demo.agencyStaff(), key, other.placementPath() + "/messages", "second")
                .then()
                .statusCode(201);
        keyed(demo.coordinator(), key, made.sentPath() + "/messages", "second")
                .then()
                .statusCode(201);
        keyed(demo.agencyStaff(), key, made.placementPath() + "/messages", "first")
                .then()
                .statusCode(201);
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/messages")
                .then()
                .body("items.text", contains("second", "first"));
    }

    @Test
    void shouldLetOneOfTwoWhoActAtOnceWinAndLoseNothing() {
        for (int round = 0; round < 5; round++) {
            // Given
            Made made = mother.sent();
            String seen = ReferralMother.etag(demo.agencyStaff(), made.placementPath());

            // When
            List<Response> answers = together(
                    () -> ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/accept", Map.of(), seen),
                    () -> ReferralMother.post(
                            demo.agencyStaff(),
                            made.placementPath() + "/decline",
                            Map.of("code", "NO_CAPACITY"),
                            seen));

            // Then
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
            boolean accepted = answers.getFirst().statusCode() == 200;
            ReferralMother.get(demo.coordinator(), made.sentPath())
                    .then()
                    .body("state", equalTo(accepted ? "ACCEPTED" : "DECLINED"));
            ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                    .then()
                    .body("items.to", hasItem(accepted ? "ACCEPTED" : "DECLINED"))
                    .body("items.findAll { it.to == 'ACCEPTED' || it.to == 'DECLINED' }", hasSize(1));
            String now = ReferralMother.etag(demo.coordinator(), made.sentPath());
            ReferralMother.post(demo.coordinator(), made.sentPath() + "/supply-info", Map.of("answer", "Tuesday."), now)
                    .then()
                    .statusCode(409);
        }
    }

    @Test
    void shouldLetSchoolAndAgencyActAtOnceOnOnePlacement() {
        // Given
        Made made = mother.sent();
        String school = ReferralMother.etag(demo.coordinator(), made.sentPath());
        String agency = ReferralMother.etag(demo.agencyStaff(), made.placementPath());

        // When
        List<Response> answers = together(
                () -> ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/accept", Map.of(), agency),
                () -> ReferralMother.post(
                        demo.coordinator(),
                        made.sentPath() + "/request-cancellation",
                        Map.of("reason", "WAIT_TOO_LONG"),
                        school));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
    }

    @ParameterizedTest
    @CsvSource({
        "description,     \\u0000",
        "actionsTried,    \\u0007",
        "strengths,       \\u001b",
        "expectedOutcome, \\u009b",
        "location,        \\ud83d"
    })
    void shouldRefuseHiddenCharactersInEveryTextOfTheForm(String field, String hidden) throws IOException {
        String body = "{\"studentId\":\"%s\",\"urgency\":\"ROUTINE\",\"concerns\":[\"ANXIETY\"],\"%s\":\"a%sb\"}"
                .formatted(World.STUDENT, field, hidden);

        given().auth()
                .oauth2(demo.educator().sign())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/referrals")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/" + field));
    }

    @Test
    void shouldRefuseHiddenCharactersInWhatComesLater() {
        // Given
        Made made = mother.agencyAsked();
        String hidden = "a\u0000b";

        // When, then
        refused(demo.coordinator(), made.sentPath() + "/supply-info", Map.of("answer", hidden), "/answer");
        refused(demo.coordinator(), made.referralPath() + "/withdraw", reasonWith(hidden), "/note");
        refused(
                demo.agencyStaff(),
                made.placementPath() + "/decline",
                Map.of("code", "OTHER", "text", hidden),
                "/text");
        refused(
                demo.agencyStaff(),
                made.placementPath() + "/accept",
                Map.of("agencyReference", hidden),
                "/agencyReference");
        refused(
                demo.guardian(),
                "/api/v1/students/" + World.STUDENT + "/amendment-requests",
                Map.of("request", hidden),
                "/request");
        refused(
                mother.otherSchoolsCounselor(),
                made.referralPath() + "/break-glass",
                Map.of("reason", hidden + " and more words"),
                "/reason");
    }

    @Test
    void shouldKeepHonestTextOfEveryScriptToTheLetter() {
        // Given
        Map<String, Object> form = ReferralMother.form();
        form.put("description", HONEST);
        Response submitted = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null);
        Made made = mother.accepted();

        // When
        ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/messages", Map.of("text", HONEST), null)
                .then()
                .statusCode(201);

        // Then
        ReferralMother.get(demo.coordinator(), "/api/v1/referrals/" + submitted.path("id"))
                .then()
                .body("form.description", equalTo(HONEST));
        ReferralMother.get(demo.coordinator(), made.sentPath() + "/messages")
                .then()
                .body("items[0].text", equalTo(HONEST));
    }

    @Test
    void shouldExportNoFormula() throws IOException {
        // Given
        Sql.run(
                database,
                "update provider_organization set name = '=HYPERLINK(\"http://x\")' where id = '"
                        + DemoTokens.HARBOR_LIGHT + "'");
        try {
            // When
            mother.sent();
        } finally {
            Sql.run(
                    database,
                    "update provider_organization set name = 'Organization ' || id where id = '"
                            + DemoTokens.HARBOR_LIGHT + "'");
        }

        // Then
        String requests = "/api/v1/students/" + World.STUDENT + "/access-requests";
        String request = ReferralMother.post(demo.coordinator(), requests, Map.of(), null)
                .path("id");
        Response export = ReferralMother.get(demo.coordinator(), requests + "/" + request + "/export");
        assertThat(unzip(export.asByteArray()).get("disclosures.csv"))
                .contains("'=HYPERLINK")
                .doesNotContainPattern("(?m)(^|,)\"?[=+@-][A-Z]");
        ReferralMother.post(
                        demo.coordinator(), requests + "/" + request + "/close", Map.of("state", "WITHDRAWN"), "\"0\"")
                .then()
                .statusCode(200);
    }

    private void refused(TokenBuilder who, String path, Map<String, ?> body, String pointer) {
        ReferralMother.post(who, path, body, "\"0\"").then().statusCode(422).body("errors.pointer", contains(pointer));
    }

    private static Map<String, String> reasonWith(String note) {
        return Map.of("reason", "OTHER", "note", note);
    }

    private static Response keyed(TokenBuilder who, String key, String path, String text) {
        return given().auth()
                .oauth2(who.sign())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("text", text))
                .post(path);
    }

    /** All at once, in the order of the questions. */
    @SafeVarargs
    private static List<Response> together(Supplier<Response>... questions) {
        List<CompletableFuture<Response>> asked = new ArrayList<>();
        for (Supplier<Response> question : questions) {
            asked.add(CompletableFuture.supplyAsync(question));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
