package org.footbridge.referral.rights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ConsentLinks;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.Sql;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A family sees the records of its student, and has them set right or its statement put to them. */
@QuarkusTest
class RightsTest {
    private static final String STUDENT = "/api/v1/students/" + World.STUDENT;
    private static final String ACCESS = STUDENT + "/access-requests";
    private static final String AMENDMENTS = STUDENT + "/amendment-requests";
    private static final String STATEMENT = "He did not start it, says " + World.CANARY;

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldReleaseTheRecordsToAGuardianWithinFortyFiveDays() throws IOException {
        // Given
        Made made = mother.sent();
        Response asked = post(demo.guardian(), ACCESS, Map.of(), null);
        String path = ACCESS + "/" + asked.path("id");
        String due = LocalDate.now(ZoneId.of("America/Chicago")).plusDays(45).toString();
        asked.then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("relation", equalTo("GUARDIAN"))
                .body("dueOn", equalTo(due));
        get(demo.guardian(), path + "/export").then().statusCode(409);

        // When
        post(demo.coordinator(), path + "/close", Map.of("state", "FULFILLED"), "\"0\"")
                .then()
                .statusCode(200);
        Response export = get(demo.guardian(), path + "/export");

        // Then
        export.then().statusCode(200).contentType("application/zip").header("Cache-Control", "no-store");
        Map<String, String> files = unzip(export.asByteArray());
        assertThat(files)
                .containsKeys("student.json", "referral.json", "consent.json", "disclosures.csv", "transition.json");
        assertThat(files.get("referral.json")).contains(made.referral().toString(), World.CANARY);
        assertThat(files.get("disclosed-record.json")).contains(made.placement().toString());
        assertThat(files.get("disclosures.csv"))
                .startsWith("happened_at,kind,recipient")
                .contains("RELEASED");
        assertThat(String.join("", files.values())).doesNotContain(World.OTHER_SCHOOLS_STUDENT.toString());
    }

    @Test
    void shouldHoldFilesAndSignedPapersAndSayWhatIsLeftOut() throws IOException {
        // Given
        mother.sent(); // so that something was disclosed
        Made made = mother.triaged();
        String file = mother.file(made).toString();
        ConsentLinks links = new ConsentLinks(demo, database);
        links.ask(made);
        links.sign(made, "Somebody");

        // When
        Map<String, String> files = export(demo.coordinator());

        // Then
        assertThat(files.entrySet())
                .anyMatch(entry -> entry.getKey().startsWith("files/" + file)
                        && entry.getValue().contains("Attendance of " + World.CANARY));
        String consent = ReferralMother.get(demo.coordinator(), made.referralPath() + "/consents")
                .path("items[0].id");
        assertThat(files.get("disclosed-record.json"))
                .contains("guardians")
                .doesNotContain("gdn-7001@example.edu", "555 0199");
        assertThat(files.get("consents/" + consent + ".pdf")).startsWith("%PDF");
        assertThat(files.get("contents.json")).contains("34 CFR 99.32(d)(2)", "placement-message.json");
        assertThat(files.get("attachment.json")).contains(file).doesNotContain("storage_key");
        assertThat(files.get("consent-signer.json")).contains("SIGNED").doesNotContain("key_id", "link_number");
        assertThat(files.get("service-clock.json")).contains("TRIAGE");
    }

    @Test
    void shouldKeepFromAGuardianWhatAMinorAloneDecidesOn() throws IOException {
        // Given
        Map<String, Object> form = ReferralMother.form();
        form.put("concerns", List.of("ANXIETY", "SUBSTANCE_USE"));
        String secret = "Drinks, says " + UUID.randomUUID();
        form.put("description", secret);
        Response made = post(demo.educator(), "/api/v1/referrals", form, null);
        made.then().statusCode(201);
        String asked = "Since when does he drink, asks " + UUID.randomUUID();
        String referral = "/api/v1/referrals/" + made.path("id");
        mother.step(demo.coordinator(), referral, "ask-info", Map.of("question", asked), 200);
        assertThat(export(demo.guardian()).get("referral.json")).contains(secret, "SUBSTANCE_USE");
        assertThat(export(demo.guardian()).get("referral-inquiry.json")).contains(asked);
        Sql.run(database, "update district set jurisdiction = 'US-KS' where id = '" + DemoTokens.PRAIRIE_VIEW + "'");
        Sql.run(database, "delete from jurisdiction_rule_set");
        try {
            // When
            Sql.run(database, """
                    insert into jurisdiction_rule_set values (1, '{"sample":false,"rules":[{"state":"US-KS","topic":"SUD",
                        "minAge":11,"guardianInvolvement":"PROHIBITED","effectiveFrom":"2020-01-01","citation":"KS 1-2",
                        "reviewedBy":"Counsel","reviewedAt":"2026-01-01"}]}', 'fixture', now(), 0)""");

            // Then
            Map<String, String> masked = export(demo.guardian());
            assertThat(masked.get("referral.json")).contains("ANXIETY");
            assertThat(String.join("", masked.values()))
                    .doesNotContain(secret, asked, "SUBSTANCE_USE", "PART2", "part2");
            assertThat(ReferralMother.get(demo.guardian(), STUDENT + "/disclosures?limit=200")
                            .asString())
                    .doesNotContain("PART2", "42 CFR part 2");
        } finally {
            Sql.run(database, "delete from jurisdiction_rule_set");
            Sql.run(database, "update district set jurisdiction = null where id = '" + DemoTokens.PRAIRIE_VIEW + "'");
        }
    }

    private Map<String, String> export(TokenBuilder who) throws IOException {
        String path = ACCESS + "/" + post(who, ACCESS, Map.of(), null).path("id");
        post(demo.coordinator(), path + "/close", Map.of("state", "FULFILLED"), "\"0\"")
                .then()
                .statusCode(200);
        Response export = get(who, path + "/export");
        export.then().statusCode(200);
        return unzip(export.asByteArray());
    }

    @Test
    void shouldShowASchoolWhatItOwesFamiliesSoonestDueFirst() {
        // Given
        String desk = "/api/v1/access-requests?limit=200";
        String first = post(demo.guardian(), ACCESS, Map.of(), null).path("id");
        String second = post(demo.guardian(), ACCESS, Map.of(), null).path("id");
        Sql.run(database, "update access_request set due_on = current_date - 3 where id = '" + second + "'");

        // When
        Response listed = get(demo.coordinator(), desk);

        // Then
        List<String> ids = listed.then().statusCode(200).extract().path("items.id");
        assertThat(ids.indexOf(second)).isLessThan(ids.indexOf(first)).isNotNegative();
        listed.then()
                .body("items.find { it.id == '" + second + "' }.overdue", equalTo(true))
                .body("items.find { it.id == '" + first + "' }.overdue", equalTo(false))
                .body("items.find { it.id == '" + first + "' }.studentId", equalTo(World.STUDENT.toString()));
        String next = get(demo.coordinator(), "/api/v1/access-requests?limit=1").path("next");
        assertThat(get(demo.coordinator(), "/api/v1/access-requests?limit=1&cursor=" + next)
                        .<List<String>>path("items.id"))
                .isEqualTo(ids.subList(1, 2));
        get(demo.otherDistrictCoordinator(), desk).then().body("items.id", not(hasItem(first)));
        get(demo.guardian(), desk).then().statusCode(403);
        given().get(desk).then().statusCode(401);

        // When
        post(demo.coordinator(), ACCESS + "/" + first + "/close", Map.of("state", "WITHDRAWN"), "\"0\"")
                .then()
                .statusCode(200);

        // Then
        get(demo.coordinator(), desk).then().body("items.id", not(hasItem(first)));
    }

    @Test
    void shouldShowASchoolWhichRecordsFamiliesHoldToBeWrongOldestFirst() {
        // Given
        String desk = "/api/v1/amendment-requests?limit=200";
        String first = post(demo.guardian(), AMENDMENTS, Map.of("request", "The date is wrong."), null)
                .path("id");
        String second = post(demo.guardian(), AMENDMENTS, Map.of("request", "So is the place."), null)
                .path("id");

        // When
        Response listed = get(demo.coordinator(), desk);

        // Then
        List<String> ids = listed.then().statusCode(200).extract().path("items.id");
        assertThat(ids.indexOf(first)).isLessThan(ids.indexOf(second)).isNotNegative();
        listed.then()
                .body("items.find { it.id == '" + first + "' }.studentId", equalTo(World.STUDENT.toString()))
                .body("items.find { it.id == '" + first + "' }.relation", equalTo("GUARDIAN"));
        assertThat(listed.asString()).doesNotContain("The date is wrong");
        String next =
                get(demo.coordinator(), "/api/v1/amendment-requests?limit=1").path("next");
        assertThat(get(demo.coordinator(), "/api/v1/amendment-requests?limit=1&cursor=" + next)
                        .<List<String>>path("items.id"))
                .isEqualTo(ids.subList(1, 2));
        get(demo.otherDistrictCoordinator(), desk).then().body("items.id", not(hasItem(first)));
        get(demo.coordinator(), "/api/v1/amendment-requests?limit=0").then().statusCode(400);
        get(demo.guardian(), desk).then().statusCode(403);
        given().get(desk).then().statusCode(401);

        // When
        post(
                        demo.coordinator(),
                        AMENDMENTS + "/" + first + "/decide",
                        Map.of("accepted", true, "reason", "The date was wrong."),
                        "\"0\"")
                .then()
                .statusCode(200);

        // Then
        get(demo.coordinator(), desk).then().body("items.id", not(hasItem(first)));
    }

    @Test
    void shouldLetTheSchoolThatReferredLastAnswerForWhoHasLeftAllSchools() {
        // Given
        mother.submitted();
        String path =
                ACCESS + "/" + post(demo.guardian(), ACCESS, Map.of(), null).path("id");
        String id = path.substring(path.lastIndexOf('/') + 1);
        String roles = " where role = 'student' and person_id = '" + World.STUDENT + "'";
        Sql.run(database, "update person_role set ends_on = date '2020-06-30'" + roles);
        try {
            // When, then
            get(demo.coordinator(), "/api/v1/access-requests?limit=200").then().body("items.id", hasItem(id));
            get(demo.coordinator(), path).then().statusCode(200);
            get(demo.otherDistrictCoordinator(), path).then().statusCode(404);
            post(demo.coordinator(), path + "/close", Map.of("state", "WITHDRAWN"), "\"0\"")
                    .then()
                    .statusCode(200);
        } finally {
            Sql.run(database, "update person_role set ends_on = null" + roles);
        }
    }

    @Test
    void shouldCloseARequestOnceAndByACoordinator() {
        // Given
        String path =
                ACCESS + "/" + post(demo.coordinator(), ACCESS, Map.of(), null).path("id");
        Map<String, String> rest = Map.of("state", "WITHDRAWN");

        // When, then
        post(demo.guardian(), path + "/close", rest, "\"0\"").then().statusCode(403);
        post(demo.coordinator(), path + "/close", rest, null).then().statusCode(428);
        post(demo.coordinator(), path + "/close", rest, "\"5\"").then().statusCode(412);
        post(demo.coordinator(), path + "/close", Map.of("state", "OPEN"), "\"0\"")
                .then()
                .statusCode(422);
        post(demo.coordinator(), path + "/close", rest, "\"0\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        post(demo.coordinator(), path + "/close", rest, "\"1\"").then().statusCode(409);
        get(demo.guardian(), path + "/export").then().statusCode(409);
        get(demo.guardian(), ACCESS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(path.substring(path.lastIndexOf('/') + 1)));
    }

    @Test
    void shouldKnowWhoHoldsTheRights() {
        // Given
        String ofAge = "/api/v1/students/" + World.STUDENT_OF_AGE + "/access-requests";

        // When, then
        post(token("gdn-7002@example.edu", "guardian"), ACCESS, Map.of(), null)
                .then()
                .statusCode(404);
        post(token("stu-1001", "student"), ACCESS, Map.of(), null).then().statusCode(404);
        post(demo.guardian(), ofAge, Map.of(), null).then().statusCode(404);
        post(token("stu-1004", "student"), ofAge, Map.of(), null)
                .then()
                .statusCode(201)
                .body("relation", equalTo("STUDENT"));
        post(demo.otherDistrictCoordinator(), ACCESS, Map.of(), null).then().statusCode(404);
        post(demo.educator(), ACCESS, Map.of(), null).then().statusCode(403);
        post(demo.educator().roles("coordinator"), ACCESS, Map.of(), null)
                .then()
                .statusCode(404);
        post(demo.districtAdmin(), ACCESS, Map.of(), null).then().statusCode(403);
        post(demo.agencyStaff(), ACCESS, Map.of(), null).then().statusCode(403);
        given().post(ACCESS).then().statusCode(401);
    }

    @Test
    void shouldShowTheLedgerToWhoHoldsTheRights() {
        // Given
        Made made = mother.sent();

        // When
        Response ledger = get(demo.guardian(), STUDENT + "/disclosures");

        // Then
        ledger.then()
                .statusCode(200)
                .body("items.placementId", hasItem(made.placement().toString()));
        get(token("gdn-7002@example.edu", "guardian"), STUDENT + "/disclosures")
                .then()
                .statusCode(404);
        get(token("stu-1001", "student"), STUDENT + "/disclosures").then().statusCode(404);
        get(demo.educator(), STUDENT + "/disclosures").then().statusCode(403);
    }

    @Test
    void shouldLogWhoFetchedTheRecords() throws SQLException {
        // Given
        String path =
                ACCESS + "/" + post(demo.coordinator(), ACCESS, Map.of(), null).path("id");
        String rows = "select count(*) from access_log where operation = 'record-export' and relation = 'COORDINATOR'"
                + " and subject_ids @> array['" + World.STUDENT + "'::uuid]";
        int before = count(rows);

        // When
        get(demo.coordinator(), path + "/export").then().statusCode(200);

        // Then
        assertThat(count(rows)).isEqualTo(before + 1);
    }

    @Test
    void shouldLetAStatementTravelWithWhatIsDisclosedLater() {
        // Given
        Made before = mother.sent();
        Made after = mother.ready();
        String path = AMENDMENTS + "/" + asked(after);
        post(demo.guardian(), path + "/statement", Map.of("statement", STATEMENT), "\"0\"")
                .then()
                .statusCode(409);
        Map<String, Object> no = Map.of("accepted", false, "reason", "Two members of staff saw it.");

        // When
        post(demo.coordinator(), path + "/decide", no, "\"0\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        post(demo.guardian(), path + "/statement", Map.of("statement", STATEMENT + after.referral()), "\"1\"")
                .then()
                .statusCode(200);
        Response sent = mother.step(
                demo.coordinator(), after.referralPath(), "placements", Map.of("serviceId", World.SERVICE), 201);

        // Then
        get(demo.agencyStaff(), "/api/v1/placements/" + sent.path("id"))
                .then()
                .body("disclosed.record.statements", hasItem(STATEMENT + after.referral()));
        get(demo.agencyStaff(), before.placementPath())
                .then()
                .body("disclosed.record.statements", not(hasItem(STATEMENT + after.referral())));
    }

    @Test
    void shouldDecideARequestOnceAndByACoordinator() {
        // Given
        String path = AMENDMENTS + "/" + asked(mother.submitted());
        Map<String, Object> yes = Map.of("accepted", true, "reason", "Corrected.");

        // When, then
        post(demo.guardian(), path + "/decide", yes, "\"0\"").then().statusCode(403);
        post(demo.coordinator(), path + "/decide", yes, null).then().statusCode(428);
        post(demo.coordinator(), path + "/decide", yes, "\"7\"").then().statusCode(412);
        post(demo.coordinator(), path + "/decide", Map.of("reason", " "), "\"0\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/accepted", "/reason"));
        post(demo.coordinator(), path + "/decide", yes, "\"0\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));
        post(demo.coordinator(), path + "/decide", yes, "\"1\"").then().statusCode(409);
        post(demo.guardian(), path + "/statement", Map.of("statement", STATEMENT), "\"1\"")
                .then()
                .statusCode(409);
        get(demo.guardian(), path).then().statusCode(200).body("reason", equalTo("Corrected."));
        get(demo.otherDistrictCoordinator(), path).then().statusCode(404);
        get(token("gdn-7002@example.edu", "guardian"), AMENDMENTS).then().statusCode(404);
    }

    @Test
    void shouldNameWhatIsWrongWithARequest() {
        // When, then
        post(demo.guardian(), AMENDMENTS, Map.of("request", " "), null)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/request"));
        post(demo.guardian(), AMENDMENTS, Map.of("request", "x".repeat(2001)), null)
                .then()
                .statusCode(422);
        post(demo.guardian(), AMENDMENTS, Map.of("request", "wrong", "referralId", UUID.randomUUID()), null)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/referralId"));
        post(demo.guardian(), AMENDMENTS, Map.of("text", "x"), null).then().statusCode(400);
    }

    private String asked(Made made) {
        Map<String, Object> form = Map.of("request", "He did not.", "referralId", made.referral());
        return post(demo.guardian(), AMENDMENTS, form, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private TokenBuilder token(String username, String role) {
        return demo.tokens()
                .person(username)
                .client("footbridge-demo")
                .tenant(DemoTokens.PRAIRIE_VIEW)
                .roles(role)
                .scopes("consent:read", "consent:write");
    }

    private static Response post(TokenBuilder who, String path, Map<String, ?> body, String etag) {
        return ReferralMother.post(who, path, body, etag);
    }

    private static Response get(TokenBuilder who, String path) {
        return ReferralMother.get(who, path);
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

    private int count(String query) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
