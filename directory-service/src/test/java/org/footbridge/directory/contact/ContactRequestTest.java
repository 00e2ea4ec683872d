package org.footbridge.directory.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class ContactRequestTest {
    private static final String LIST = "/api/v1/directory/contact-requests";
    private static final String ONE = LIST + "/{id}";
    private static final String CLOSE = ONE + "/close";
    private static final String REACHED = "{\"outcome\":\"REACHED\"}";

    TestDatabase database;
    DemoTokens demo;

    @BeforeEach
    void directory() throws SQLException {
        DemoDirectory.present(demo);
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from contact_requests");
        }
    }

    @Test
    void shouldReachTheAgencyThatAnswersForTheService() {
        // When
        String id = ContactMother.leave(DemoDirectory.PLAY_THERAPY, ContactMother.WISH)
                .statusCode(202)
                .body("agencyName", equalTo("Harbor Light Counseling"))
                .body("crisis.callNumber", hasItems("911", "988"))
                .extract()
                .path("reference");

        // Then
        as(demo.agencyStaff())
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.message", equalTo("Marmalade skies"));
        as(demo.agencyStaff())
                .get(ONE, id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Quillwort"))
                .body("state", equalTo("NEW"))
                .body("language", equalTo("es"));
        as(demo.otherAgencyStaff()).get(ONE, id).then().statusCode(404);
        as(demo.otherAgencyStaff()).get(LIST).then().statusCode(200).body("items.id", not(hasItem(id)));
        as(demo.coordinator()).get(LIST).then().statusCode(403);
    }

    @Test
    void shouldTellTheBusOfItWithoutAWord() throws SQLException {
        UUID id = ContactMother.left();
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select last from aggregate_sequence where subject = '" + id + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isEqualTo(1);
        }
    }

    @Test
    void shouldForgetTheFamilysWordsWhenItIsClosed() throws SQLException {
        // Given
        UUID id = ContactMother.left();
        String tag = as(demo.agencyStaff()).get(ONE, id).header("ETag");

        // When
        close(id, tag, REACHED)
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("outcome", equalTo("REACHED"))
                .body("name", nullValue())
                .body("message", nullValue());

        // Then
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select cast(c as text) from contact_requests c where id = '" + id + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).doesNotContain("Quillwort", "Marmalade", "0142");
        }
        close(id, "*", REACHED).then().statusCode(409);
    }

    @Test
    void shouldForgetItWhenItsTimeIsUpThoughNobodyLists() throws SQLException {
        // Given
        UUID id = ContactMother.left();
        UUID young = ContactMother.left();

        // When: the clock of these tests stands
        run("update work_queue set due_at = '2026-01-01 00:00Z' where kind = 'contact-expiry' and id = '" + id + "'");

        // Then
        await().until(() -> found("contact_requests where id = '" + id + "'") == 0);
        assertThat(found("work_queue where kind = 'contact-expiry' and id = '" + id + "'"))
                .isZero();
        assertThat(found("contact_requests where id = '" + young + "'")).isEqualTo(1);
        assertThat(found("work_queue where id = '" + young + "' and due_at > '2027-02-01 00:00Z'"))
                .isEqualTo(1);
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private long found(String rows) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select count(*) from " + rows)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void shouldTellOurOwnServiceWhereTheAgencyReadsMailAndNothingOfTheFamily() {
        // Given
        UUID id = ContactMother.left();

        // When
        Response answer = contact(demo.internalService(), id);

        // Then
        answer.then().statusCode(200).body("waits", equalTo(true)).body("address", containsString("@"));
        assertThat(answer.asString()).doesNotContain("Quillwort", "Marmalade", "0142");
        contact(demo.agencyStaff(), id).then().statusCode(403);
        contact(demo.platformAdmin(), id).then().statusCode(403);
        contact(demo.internalService(), UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("waits", equalTo(false));
        close(id, "*", REACHED).then().statusCode(200);
        contact(demo.internalService(), id).then().body("waits", equalTo(false));
    }

    private Response contact(TokenBuilder who, UUID request) {
        String about = "{\"agencyId\":\"%s\",\"serviceId\":\"%s\",\"contactRequestId\":\"%s\"}"
                .formatted(DemoTokens.HARBOR_LIGHT, DemoDirectory.PLAY_THERAPY, request);
        return as(who).contentType(ContentType.JSON).body(about).post("/internal/v1/agency-contacts/resolve");
    }

    @Test
    void shouldNotCloseWhatSomebodyElseChanged() {
        UUID id = ContactMother.left();
        close(id, "\"99\"", REACHED).then().statusCode(412);
        close(id, "*", "{}").then().statusCode(422).body("errors.pointer", hasItem("/outcome"));
        as(demo.agencyStaff())
                .contentType(ContentType.JSON)
                .body(REACHED)
                .post(CLOSE, id)
                .then()
                .statusCode(428);
        as(demo.otherAgencyStaff())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(REACHED)
                .post(CLOSE, id)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldNameEveryFaultWithoutRepeatingIt() {
        ContactMother.leave(DemoDirectory.PLAY_THERAPY, "{\"reach\":\"\",\"language\":\"Spanish\",\"age\":200}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/reachBy", "/reach", "/language", "/age"));
        ContactMother.leave(DemoDirectory.PLAY_THERAPY, "{\"reachBy\":\"EMAIL\",\"reach\":\"quillwort\"}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/reach"))
                .body(not(containsString("quillwort")));
        ContactMother.leave(UUID.randomUUID(), ContactMother.WISH).statusCode(404);
    }

    @Test
    void shouldNotTakeWhatNobodyWouldRead() {
        String lantern = given().get("/api/v1/directory/search?q=Lantern").path("items[0].serviceId");
        ContactMother.leave(lantern, ContactMother.WISH).statusCode(409);
    }

    @Test
    void shouldStopAFlood() {
        for (int i = 0; i < 20; i++) {
            ContactMother.left();
        }
        ContactMother.leave(DemoDirectory.PLAY_THERAPY, ContactMother.WISH).statusCode(429);
        ContactMother.leave(DemoDirectory.OUTPATIENT, ContactMother.WISH).statusCode(202);
    }

    @Test
    void shouldPageThroughThem() {
        for (int i = 0; i < 3; i++) {
            ContactMother.left();
        }
        String next = as(demo.agencyStaff()).get(LIST + "?limit=2").path("next");
        as(demo.agencyStaff())
                .get(LIST + "?limit=2&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("next", nullValue());
        as(demo.otherAgencyStaff()).get(LIST + "?cursor=" + next).then().statusCode(400);
    }

    private Response close(UUID id, String tag, String body) {
        return as(demo.agencyStaff())
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .post(CLOSE, id);
    }

    private static RequestSpecification as(TokenBuilder who) {
        return given().auth().oauth2(who.sign());
    }
}
