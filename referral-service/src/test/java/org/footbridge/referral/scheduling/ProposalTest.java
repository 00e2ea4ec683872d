package org.footbridge.referral.scheduling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.Bus;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How both sides find a time, and that nobody is booked twice. */
@QuarkusTest
class ProposalTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate MONDAY =
            LocalDate.now(CHICAGO).plusWeeks(2).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() throws SQLException {
        World.fill(database);
        mother = new ReferralMother(demo);
        try (var superuser = database.connectAsSuperuser();
                var sql = superuser.createStatement()) {
            sql.execute("delete from booked_time");
        }
    }

    @Test
    void shouldOfferWhatSuitsBothSides() {
        // Given
        Made made = mother.accepted();
        slots(made).then().body("items", empty()).body("missing", containsInAnyOrder("SCHOOL", "AGENCY"));
        available(demo.coordinator(), made.sentPath(), "13:00", "15:00").then().statusCode(200);
        available(demo.agencyStaff(), made.placementPath(), "14:00", "18:00")
                .then()
                .statusCode(200);

        // When
        Response slots = slots(made);

        // Then
        slots.then()
                .statusCode(200)
                .body("missing", empty())
                .body("items.startsAt", contains(at(14, 0).toString()));
        ReferralMother.get(demo.coordinator(), made.sentPath() + query(30))
                .then()
                .body(
                        "items.startsAt",
                        contains(at(14, 0).toString(), at(14, 30).toString()));
        ReferralMother.get(demo.coordinator(), made.sentPath() + "/availability")
                .then()
                .body("weekly[0].from", equalTo("13:00"));
    }

    @Test
    void shouldBookTheTimeThatTheOtherSideTakes() {
        // Given
        Made made = ready();
        Response proposed = propose(made, 201, at(14, 0), at(15, 0));
        proposed.then().body("proposedBy", equalTo("AGENCY")).body("times.state", contains("PROPOSED", "PROPOSED"));
        String second = proposed.path("times[1].appointmentId");

        // When
        Response taken = answer(demo.coordinator(), made.sentPath(), proposed.path("id"), second, 200);

        // Then
        taken.then().body("times.state", contains("CANCELLED", "BOOKED"));
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().body("state", equalTo("SCHEDULED"));
        ReferralMother.get(demo.coordinator(), made.sentPath() + "/appointments/proposals")
                .then()
                .body("items", hasSize(1))
                .body("items[0].times.state", contains("CANCELLED", "BOOKED"));
        List<Bus.Relayed> events = Bus.eventsOf("footbridge.referral.v1", made.referral(), 8);
        assertThat(events.subList(6, 8))
                .extracting(event -> event.type().replace("org.footbridge.", ""))
                .containsExactly("referral.appointment_proposed.v1", "referral.scheduled.v1");
        slots(made).then().body("items.startsAt", contains(at(14, 0).toString()));
        answer(demo.coordinator(), made.sentPath(), proposed.path("id"), second, 409);
    }

    @Test
    void shouldLetTheSchoolProposeAndTheAgencyTakeOrDrop() {
        // Given
        Made made = ready();
        Map<String, Object> form = form(at(14, 0));
        Response proposed =
                ReferralMother.post(demo.coordinator(), made.sentPath() + "/appointments/proposals", form, null);
        proposed.then().statusCode(201).body("proposedBy", equalTo("SCHOOL"));
        String id = proposed.path("id");
        answer(demo.coordinator(), made.sentPath(), id, proposed.path("times[0].appointmentId"), 409)
                .then()
                .body("type", endsWith("own-proposal"));

        // When
        Response dropped = mother.step(
                demo.agencyStaff(), made.placementPath(), "appointments/proposals/" + id + "/drop", Map.of(), 200);

        // Then
        dropped.then().body("times.state", contains("CANCELLED"));
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().body("state", equalTo("ACCEPTED"));
        mother.step(demo.agencyStaff(), made.placementPath(), "appointments/proposals/" + id + "/drop", Map.of(), 409);
    }

    @Test
    void shouldRefuseTimesThatDoNotSuit() {
        Made made = ready();
        propose(made, 422, at(9, 0), at(14, 0)).then().body("errors.pointer", contains("/startsAt/0"));
        propose(made, 422, at(14, 0), at(14, 0)).then().body("errors.code", contains("duplicate"));
        propose(made, 422, Instant.now().minusSeconds(60)).then().body("errors.code", contains("out-of-range"));
        propose(made, 422, at(14, 0), at(15, 0), at(14, 15), at(14, 30), at(14, 45), at(15, 1));
        propose(mother.sent(), 409, at(14, 0));
        ReferralMother.get(
                        demo.agencyStaff(),
                        made.placementPath() + "/slots?from=2027-01-02&to=2027-01-01&durationMinutes=50")
                .then()
                .statusCode(400);
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/slots?from=2027-01-02&to=2027-02-03")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldNotBookAStudentOrAMemberOfStaffTwice() {
        // Given
        Made made = ready();
        Made other = ready();
        Map<String, Object> visit = visit(at(14, 0), "anna");
        mother.step(demo.agencyStaff(), made.placementPath(), "appointments", visit, 201);

        // When
        Response student =
                mother.step(demo.agencyStaff(), other.placementPath(), "appointments", visit(at(14, 30), "ben"), 409);

        // Then
        student.then().body("type", endsWith("student-busy"));
        ReferralMother.get(demo.agencyStaff(), other.placementPath())
                .then()
                .body("state", equalTo("ACCEPTED"))
                .body("appointments", empty());
        mother.step(demo.agencyStaff(), other.placementPath(), "appointments", visit(at(14, 50), "anna"), 201);
        mother.step(demo.agencyStaff(), made.placementPath(), "appointments", visit(at(15, 0), "anna"), 409);
    }

    @Test
    void shouldGiveATimeBackThatWasCalledOff() {
        // Given
        Made made = ready();
        String visit = mother.step(
                        demo.agencyStaff(), made.placementPath(), "appointments", visit(at(14, 0), "anna"), 201)
                .path("id");

        // When
        mother.step(
                demo.agencyStaff(),
                made.placementPath(),
                "appointments/" + visit + "/cancel",
                Map.of("by", "FAMILY"),
                200);

        // Then
        mother.step(demo.agencyStaff(), made.placementPath(), "appointments", visit(at(14, 0), "anna"), 201);
    }

    @Test
    void shouldRefuseHoursWithFaultsOrStaleVersions() {
        Made made = mother.accepted();
        available(demo.agencyStaff(), made.placementPath(), "18:00", "14:00")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/weekly/0/until"));
        available(demo.agencyStaff(), made.placementPath(), "25:00", "26:00")
                .then()
                .statusCode(422);
        put(demo.agencyStaff(), made.placementPath(), plan("Mars/Crater", "08:00", "09:00"), "\"0\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/zone"));
        put(demo.agencyStaff(), made.placementPath(), plan("America/Chicago", "08:00", "09:00"), "\"7\"")
                .then()
                .statusCode(412);
        put(demo.educator(), made.sentPath(), plan("America/Chicago", "08:00", "09:00"), "\"0\"")
                .then()
                .statusCode(403);
    }

    private Made ready() {
        Made made = mother.accepted();
        available(demo.coordinator(), made.sentPath(), "14:00", "16:00").then().statusCode(200);
        available(demo.agencyStaff(), made.placementPath(), "14:00", "16:00")
                .then()
                .statusCode(200);
        return made;
    }

    private Response available(TokenBuilder who, String path, String from, String until) {
        return put(who, path, plan("America/Chicago", from, until), "\"0\"");
    }

    private static Response put(TokenBuilder who, String path, Map<String, ?> plan, String etag) {
        return given().auth()
                .oauth2(who.sign())
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(plan)
                .put(path + "/availability");
    }

    private static Map<String, ?> plan(String zone, String from, String until) {
        return Map.of("zone", zone, "weekly", List.of(Map.of("day", "MONDAY", "from", from, "until", until)));
    }

    private Response slots(Made made) {
        return ReferralMother.get(demo.agencyStaff(), made.placementPath() + query(50));
    }

    private static String query(int minutes) {
        return "/slots?from=" + MONDAY + "&to=" + MONDAY + "&durationMinutes=" + minutes;
    }

    private Response propose(Made made, int status, Instant... times) {
        Response answer = ReferralMother.post(
                demo.agencyStaff(), made.placementPath() + "/appointments/proposals", form(times), null);
        answer.then().statusCode(status);
        return answer;
    }

    private static Map<String, Object> form(Instant... times) {
        return Map.of(
                "startsAt",
                List.of(times).stream().map(Instant::toString).toList(),
                "durationMinutes",
                50,
                "modality",
                "IN_PERSON");
    }

    private static Map<String, Object> visit(Instant start, String staff) {
        return Map.of("startsAt", start.toString(), "durationMinutes", 50, "modality", "IN_PERSON", "staff", staff);
    }

    private Response answer(TokenBuilder who, String path, String proposal, String appointment, int status) {
        return mother.step(
                who,
                path,
                "appointments/proposals/" + proposal + "/confirm",
                Map.of("appointmentId", UUID.fromString(appointment)),
                status);
    }

    private static Instant at(int hour, int minute) {
        return MONDAY.atTime(hour, minute).atZone(CHICAGO).toInstant();
    }
}
