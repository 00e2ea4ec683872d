package org.footbridge.referral.family;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.Sql;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Families ask for help themselves, and see how far it is: in plain words, and nothing else. */
@QuarkusTest
class FamilyTest {
    private static final String FAMILY = "/api/v1/family-referrals";
    private static final Map<String, Object> ASKED =
            Map.of("concerns", List.of("ANXIETY"), "description", "I cannot sleep, " + World.CANARY);

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldTakeARequestFromAStudentAndShowHowFarItIs() {
        // When
        Response asked = post(student("stu-1006"), ASKED);

        // Then
        String path = FAMILY + "/" + asked.path("id");
        asked.then()
                .statusCode(201)
                .header("Location", containsString(path))
                .body("step", equalTo("RECEIVED"))
                .body("mine", equalTo(true))
                .body("help.name", hasItem(containsString("988")));
        assertThat(asked.asString()).doesNotContain(World.CANARY, "ANXIETY", "ROUTINE");
        get(student("stu-1006"), path).statusCode(200).body("status", equalTo("La escuela ha recibido la solicitud."));
        get(demo.coordinator(), "/api/v1/referrals/" + asked.path("id"))
                .body("form.identified", equalTo("SELF"))
                .body("form.concerns", contains("ANXIETY"))
                .body("state", equalTo("SUBMITTED"));
        get(demo.coordinator(), "/api/v1/referrals/" + asked.path("id") + "/history")
                .body("items.actorRole", contains("STUDENT"));
    }

    @Test
    void shouldSpeakTheLanguageOfThePerson() throws SQLException {
        // Given
        String path = FAMILY + "/" + post(student("stu-1006"), ASKED).path("id");
        String inSpanish = "La escuela ha recibido la solicitud.";
        String inEnglish = "The school has received the request.";
        String speaks = "update person set home_language = %s where sourced_id = 'stu-1006' and tenant_id = '"
                + DemoTokens.PRAIRIE_VIEW + "'";

        // When, then
        try {
            Sql.run(database, speaks.formatted("'es-MX'"));
            get(student("stu-1006"), path).body("status", equalTo(inSpanish));
            get(student("stu-1006"), FAMILY).body("items.status", hasItem(inSpanish));
            Sql.run(database, speaks.formatted("'vi'"));
            get(student("stu-1006"), path).body("status", equalTo(inEnglish));
            Sql.run(database, speaks.formatted("null"));
            get(student("stu-1006"), path).body("status", equalTo(inEnglish));
            given().auth()
                    .oauth2(student("stu-1006").sign())
                    .header("Accept-Language", "es, en;q=0.5")
                    .get(path)
                    .then()
                    .body("status", equalTo(inSpanish));
        } finally {
            Sql.run(database, speaks.formatted("'es'"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stu-1001", "stu-1002"})
    void shouldTakeNothingFromAChildButTheWishToBeCalled(String child) {
        // When: one is twelve, of the other the age is unknown
        Response told = post(student(child), ASKED);
        Response asked = post(student(child), Map.of());

        // Then
        told.then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/concerns", "/description"))
                .body("errors.code", hasItem("not-collected"));
        asked.then().statusCode(201).body("step", equalTo("RECEIVED"));
        get(demo.coordinator(), "/api/v1/referrals/" + asked.path("id"))
                .body("urgency", equalTo("URGENT"))
                .body("form.description", nullValue())
                .body("form.concerns", empty());
        post(student(child), Map.of("urgency", "CRISIS")).then().statusCode(201);
        post(student(child), Map.of("urgency", "ROUTINE")).then().statusCode(422);
    }

    @Test
    void shouldHoldTheRulesOfTheForm() {
        // When
        Response refused = post(
                student("stu-1006"),
                Map.of("description", "x".repeat(2001), "schoolId", World.FOREIGN_SCHOOL, "homeLanguage", "?"));

        // Then
        refused.then()
                .statusCode(422)
                .body("errors.pointer", contains("/concerns", "/description", "/homeLanguage", "/schoolId"));
        post(student("stu-1006"), Map.of("name", "x")).then().statusCode(400);
    }

    @Test
    void shouldTakeARequestFromAGuardianForAChildOfHisOrHers() {
        // Given
        Map<String, Object> form = new HashMap<>(ASKED);
        form.put("studentId", World.STUDENT);

        // When
        Response asked = post(demo.guardian(), form);

        // Then
        asked.then().statusCode(201).body("mine", equalTo(true)).body("studentId", equalTo(World.STUDENT.toString()));
        get(demo.coordinator(), "/api/v1/referrals/" + asked.path("id")).body("form.identified", equalTo("FAMILY"));
        for (UUID other : List.of(World.OTHER_SCHOOLS_STUDENT, World.FOREIGN_STUDENT, World.STUDENT_OF_AGE)) {
            form.put("studentId", other);
            post(demo.guardian(), form).then().statusCode(422).body("errors.pointer", contains("/studentId"));
        }
        form.put("studentId", World.STUDENT);
        post(withoutRights(), form).then().statusCode(422).body("errors.pointer", contains("/studentId"));
        post(demo.guardian(), ASKED).then().statusCode(422).body("errors.pointer", contains("/studentId"));
    }

    @Test
    void shouldTellAGuardianOnceTheSchoolHasLookedAtIt() {
        // Given
        Made made = mother.submitted();
        get(demo.guardian(), path(made)).statusCode(404);

        // When
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);

        // Then
        get(demo.guardian(), path(made))
                .statusCode(200)
                .body("step", equalTo("PERMISSION"))
                .body("mine", equalTo(false));
        get(demo.guardian(), FAMILY).body("items.id", hasItem(made.referral().toString()));
    }

    @Test
    void shouldKeepTheReasonOfADeclineFromTheFamily() {
        // Given
        Made made = mother.sent();
        get(demo.guardian(), path(made)).body("step", equalTo("ARRANGING"));

        // When
        mother.step(demo.agencyStaff(), made.placementPath(), "decline", Map.of("code", "NO_CAPACITY"), 200);

        // Then
        ValidatableResponse seen =
                get(demo.guardian(), path(made)).statusCode(200).body("step", equalTo("LOOKING"));
        assertThat(seen.extract().asString()).doesNotContain("NO_CAPACITY", "DECLINED", World.CANARY, "Organization");
    }

    @Test
    void shouldShowNothingToAGuardianWhoMayNotKnow() throws SQLException {
        // Given
        Made made = mother.triaged();
        String contact = "update guardianship set may_contact = %s where student_id = '" + World.STUDENT
                + "' and guardian_id = '" + World.GUARDIAN + "'";
        get(demo.guardian(), path(made)).statusCode(200);

        // When, then
        get(withoutRights(), path(made)).statusCode(404);
        get(withoutRights(), FAMILY).statusCode(200).body("items", empty());
        sql(contact.formatted("false"));
        try {
            get(demo.guardian(), path(made)).statusCode(404);
            get(demo.guardian(), FAMILY)
                    .body("items.id", not(hasItem(made.referral().toString())));
        } finally {
            sql(contact.formatted("true"));
        }
        get(demo.guardian(), path(made)).statusCode(200);
    }

    @Test
    void shouldKeepWhatAStudentAskedForFromTheGuardiansUntilOneConsents() {
        // Given
        String id = post(student("stu-1006"), ASKED).path("id");
        String referral = "/api/v1/referrals/" + id;
        get(demo.guardian(), FAMILY + "/" + id).statusCode(404);
        mother.step(demo.coordinator(), referral, "triage", ReferralMother.triageForm(), 200);
        get(demo.guardian(), FAMILY + "/" + id).statusCode(404);
        get(student("stu-1006"), FAMILY + "/" + id).statusCode(200);

        // When
        ReferralMother.post(demo.coordinator(), referral + "/consents", ReferralMother.consentForm(), null)
                .then()
                .statusCode(201);

        // Then
        get(demo.guardian(), FAMILY + "/" + id).statusCode(200);
    }

    @Test
    void shouldTellNoGuardianOfWhatGuardiansAreNotToBeToldOf() throws SQLException {
        // Given
        Made made = mother.triaged();
        get(demo.guardian(), path(made)).statusCode(200);

        // When
        sql("update referral set guardian_contact = false where id = '" + made.referral() + "'");

        // Then
        get(demo.guardian(), path(made)).statusCode(404);
        get(demo.guardian(), FAMILY)
                .body("items.id", not(hasItem(made.referral().toString())));
    }

    @Test
    void shouldMoveTheRightsToAStudentOfAge() {
        // Given
        Map<String, Object> form = ReferralMother.form();
        form.put("studentId", World.STUDENT_OF_AGE);
        String id = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null)
                .path("id");
        mother.step(demo.coordinator(), "/api/v1/referrals/" + id, "triage", ReferralMother.triageForm(), 200);

        // When, then
        get(student("stu-1004"), FAMILY + "/" + id).statusCode(200);
        get(demo.guardian(), FAMILY + "/" + id).statusCode(404);
        get(student("stu-1001"), FAMILY + "/" + id).statusCode(404);
    }

    @Test
    void shouldNotTellAChildWhatTheSchoolDoes() {
        // Given
        Made made = mother.triaged();

        // When, then
        get(student("stu-1001"), path(made)).statusCode(404);
        get(student("stu-1001"), FAMILY)
                .body("items.id", not(hasItem(made.referral().toString())));
    }

    @Test
    void shouldKeepOthersOutAndLogEveryRead() throws SQLException {
        // Given
        Made made = mother.triaged();

        // When
        get(demo.guardian(), path(made)).statusCode(200);

        // Then
        assertThat(count("select count(*) from access_log where operation = 'family-referral' and relation = 'GUARDIAN'"
                        + " and subject_ids @> array['" + made.referral() + "'::uuid]"))
                .isEqualTo(1);
        get(demo.educator(), path(made)).statusCode(403);
        get(demo.agencyStaff(), path(made)).statusCode(403);
        get(demo.guardian(), made.referralPath()).statusCode(403);
        get(
                        demo.tokens()
                                .person("nobody")
                                .tenant(DemoTokens.PRAIRIE_VIEW)
                                .roles("guardian")
                                .scopes("referral:read"),
                        FAMILY)
                .statusCode(404);
        given().get(path(made)).then().statusCode(401);
        given().contentType("application/json").body("{}").post(FAMILY).then().statusCode(401);
    }

    private static String path(Made made) {
        return FAMILY + "/" + made.referral();
    }

    private TokenBuilder student(String username) {
        return token(username, "student");
    }

    private TokenBuilder withoutRights() {
        return token("gdn-7002@example.edu", "guardian");
    }

    private TokenBuilder token(String username, String role) {
        return demo.tokens()
                .person(username)
                .client("footbridge-demo")
                .tenant(DemoTokens.PRAIRIE_VIEW)
                .roles(role)
                .scopes("referral:read", "referral:write");
    }

    private static Response post(TokenBuilder who, Map<String, ?> form) {
        return ReferralMother.post(who, FAMILY, form, null);
    }

    private static ValidatableResponse get(TokenBuilder who, String path) {
        return ReferralMother.get(who, path).then();
    }

    private void sql(String statement) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
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
