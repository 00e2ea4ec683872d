package org.footbridge.referral.servicelevel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus;
import org.footbridge.referral.Bus.Relayed;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.TestClock;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks that run out while the service's clock is moved on. */
@QuarkusTest
class ClockAlarmTest {
    private static final String DISTRICT = "/api/v1/districts/" + DemoTokens.PRAIRIE_VIEW;

    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void shouldTellThatAStepIsDueSoonAndThenThatItIsOverdueLevelByLevel() {
        // Given
        Made made = mother.submitted();
        moveTo(dueAt(made).minus(Duration.ofMinutes(30)));
        JsonPath soon = data(Bus.eventsOf("footbridge.referral.v1", made.referral(), 2), 1, "due_soon");

        // When
        moveTo(dueAt(made).plusSeconds(5));
        JsonPath late = data(Bus.eventsOf("footbridge.referral.v1", made.referral(), 3), 2, "overdue");
        clock.advance(Duration.ofHours(25));
        JsonPath later = data(Bus.eventsOf("footbridge.referral.v1", made.referral(), 4), 3, "overdue");

        // Then
        assertThat(soon.getString("clock.kind")).isEqualTo("TRIAGE");
        assertThat(soon.getInt("clock.escalationLevel")).isZero();
        assertThat(late.getInt("clock.escalationLevel")).isEqualTo(1);
        assertThat(later.getInt("clock.escalationLevel")).isEqualTo(2);
        assertThat(later.getString("state")).isEqualTo("SUBMITTED");
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/clocks")
                .then()
                .body("items.state", contains("OVERDUE"))
                .body("items.escalationLevel", contains(2));
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().header("ETag", "\"0\"");
    }

    @Test
    void shouldTellOnceOfWhatHasBecomeDueInALongSilence() throws SQLException {
        // Given
        Made made = mother.submitted();

        // When
        clock.advance(Duration.ofDays(30));

        // Then
        List<Relayed> events = Bus.eventsOf("footbridge.referral.v1", made.referral(), 2);
        assertThat(data(events, 1, "overdue").getInt("clock.escalationLevel")).isEqualTo(1);
        assertThat(new EventCounter(database).of(made.referral())).isEqualTo(2);
    }

    @Test
    void shouldTellTheAgencyOfItsOwnClocks() {
        // Given
        Made made = mother.sent();
        int before = (int) eventsSoFar(made);

        // When
        clock.advance(Duration.ofDays(30));

        // Then
        List<Relayed> told = Bus.eventsOf("footbridge.referral.v1", made.referral(), before + 2);
        List<Relayed> late = told.subList(before, before + 2);
        assertThat(late).allSatisfy(event -> {
            assertThat(event.agency()).isEqualTo(DemoTokens.HARBOR_LIGHT.toString());
            assertThat(JsonPath.from(event.data()).getString("placementId"))
                    .isEqualTo(made.placement().toString());
            assertThat(event.data()).doesNotContain(World.CANARY, World.STUDENT.toString());
        });
        assertThat(late.stream().map(event -> JsonPath.from(event.data()).getString("clock.kind")))
                .containsExactly("DECISION", "FIRST_APPOINTMENT");
    }

    @Test
    void shouldFallSilentWhenTheStepIsTaken() throws SQLException {
        // Given
        Made made = mother.submitted();
        assertThat(waiting(made)).isEqualTo(1);

        // When
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);

        // Then
        assertThat(waiting(made)).isZero();
    }

    @Test
    void shouldLookAgainWhenAPauseHasBecomeTooLong() throws SQLException {
        // Given
        Made made = mother.asked();
        Instant due = dueAt(made);
        assertThat(new EventCounter(database).query("""
                        select count(*) from work_queue where kind = 'service-clock' and id = ?
                        and due_at > now() + interval '13 days 23 hours'""", made.referral())).isEqualTo(1);

        // When
        clock.advance(Duration.ofDays(40));

        // Then
        List<Relayed> events = Bus.eventsOf("footbridge.referral.v1", made.referral(), 3);
        Instant moved = Instant.parse(data(events, 2, "overdue").getString("clock.dueAt"));
        assertThat(moved).isAfter(due.plus(Duration.ofDays(10)));
    }

    @Test
    void shouldMoveDueTimesWithTheLimitsAndTheCalendar() throws SQLException {
        // Given
        Made made = mother.submitted();
        long before = storedDue(made);

        // When
        limits(Map.of("ROUTINE", Map.of("TRIAGE", Map.of("amount", 9, "unit", "SCHOOL_DAYS"))));
        await().until(() -> storedDue(made) > before);
        long longer = storedDue(made);
        holidays(IntStream.rangeClosed(1, 4)
                .mapToObj(day -> LocalDate.now().plusDays(day).toString())
                .map(day -> Map.of("date", day, "name", "No school"))
                .toList());
        await().until(() -> storedDue(made) > longer);

        // Then
        long longest = storedDue(made);
        limits(Map.of());
        holidays(List.of());
        await().until(() -> storedDue(made) <= before);
        assertThat(longest).isGreaterThan(longer);
    }

    @Test
    void shouldStoreTheClocksOfReferralsFromBefore() throws SQLException {
        // Given
        Made made = mother.triaged();
        Made waits = mother.submitted();
        for (Made each : List.of(made, waits)) {
            World.run(database, "delete from service_clock where referral_id = '" + each.referral() + "'");
            World.run(database, """
                    insert into work_queue (kind, id, lane_id, tenant_id, due_at)
                    values ('service-clock', '%s', '%s', '%2$s', now())
                    on conflict (kind, id) do update set due_at = now()
                    """.formatted(each.referral(), DemoTokens.PRAIRIE_VIEW));
        }

        // When, then
        await().until(() -> stored(made) == 1 && stored(waits) == 1);
        await().until(() -> waiting(made) == 0 && waiting(waits) == 1);
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/clocks")
                .then()
                .body("items.state", contains("MET"));
    }

    @Test
    void shouldNameWhoIsTold() {
        // Given
        Made untriaged = mother.submitted();
        Made triaged = mother.sent();

        // When
        Response nobodysYet = resolve(untriaged, "referral.overdue.v1");
        Response somebodys = resolve(triaged, "org.footbridge.referral.due_soon.v1");
        mother.step(demo.coordinator(), triaged.referralPath(), "withdraw", Map.of("reason", "OTHER"), 200);

        // Then
        nobodysYet
                .then()
                .statusCode(200)
                .body("recipients", not(empty()))
                .body("recipients.role.unique()", contains("COORDINATOR"));
        somebodys.then().body("recipients.address", contains("stf-9002@example.edu"));
        resolve(triaged, "referral.overdue.v1").then().body("recipients", equalTo(List.of()));
    }

    private void moveTo(Instant time) {
        clock.advance(Duration.between(clock.instant(), time));
    }

    private Instant dueAt(Made made) {
        return Instant.parse(ReferralMother.get(demo.coordinator(), made.referralPath() + "/clocks")
                .path("items[0].dueAt"));
    }

    private long eventsSoFar(Made made) {
        try {
            return new EventCounter(database).of(made.referral());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long waiting(Made made) throws SQLException {
        return new EventCounter(database)
                .query("select count(*) from work_queue where kind = 'service-clock' and id = ?", made.referral());
    }

    private long stored(Made made) throws SQLException {
        return new EventCounter(database)
                .query("select count(*) from service_clock where referral_id = ?", made.referral());
    }

    private long storedDue(Made made) throws SQLException {
        return new EventCounter(database)
                .query(
                        "select extract(epoch from due_at)::bigint from service_clock where referral_id = ?",
                        made.referral());
    }

    private void limits(Map<String, ?> limits) {
        String path = DISTRICT + "/service-levels";
        given().auth()
                .oauth2(demo.districtAdmin().sign())
                .contentType(ContentType.JSON)
                .header("If-Match", ReferralMother.etag(demo.districtAdmin(), path))
                .body(Map.of("limits", limits))
                .put(path)
                .then()
                .statusCode(200);
    }

    private void holidays(List<Map<String, String>> holidays) {
        given().auth()
                .oauth2(demo.districtAdmin().sign())
                .contentType("application/merge-patch+json")
                .header("If-Match", ReferralMother.etag(demo.districtAdmin(), DISTRICT))
                .body(Map.of("calendar", Map.of("holidays", holidays)))
                .patch(DISTRICT)
                .then()
                .statusCode(200);
    }

    private Response resolve(Made made, String type) {
        Map<String, Object> question =
                Map.of("eventId", UUID.randomUUID(), "type", type, "referralId", made.referral());
        return ReferralMother.post(demo.internalService(), "/internal/v1/recipients/resolve", question, null);
    }

    private static JsonPath data(List<Relayed> events, int index, String type) {
        Relayed event = events.get(index);
        assertThat(event.type()).isEqualTo("org.footbridge.referral." + type + ".v1");
        return JsonPath.from(event.data());
    }
}
