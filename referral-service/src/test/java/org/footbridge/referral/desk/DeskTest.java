package org.footbridge.referral.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each desk holds what it says, for those who may know of it. */
@QuarkusTest
class DeskTest {
    private static final String LIST = "/api/v1/referrals?limit=200";
    private static final UUID LEFT = UUID.fromString("01980000-0000-7000-8000-0000000090ff");

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        World.endTheFuture(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldPutOntoEachDeskWhatBelongsThere() {
        // Given
        Made submitted = mother.submitted();
        Made waiting = mother.triaged();
        Made ended = ended();

        // When, then
        desk("SCHOOL_QUEUE")
                .body("items.id", hasItems(id(submitted), id(waiting)))
                .body("items.id", not(hasItem(id(ended))));
        desk("AWAITING_CONSENT").body("items.id", hasItem(id(waiting))).body("items.id", not(hasItem(id(submitted))));
        desk("UNOWNED").body("items.id", hasItem(id(submitted))).body("items.id", not(hasItem(id(waiting))));
        desk("MINE").body("items.id", hasItems(id(waiting), id(ended))).body("items.id", not(hasItem(id(submitted))));
        desk("ALL").body("items.id", hasItems(id(submitted), id(waiting), id(ended)));
    }

    @Test
    void shouldShowAtOnceWhatAnActionDid() {
        // Given
        Made made = mother.submitted();
        desk("UNOWNED").body("items.id", hasItem(id(made)));

        // When
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);

        // Then
        desk("UNOWNED").body("items.id", not(hasItem(id(made))));
        desk("AWAITING_CONSENT").body("items[0].id", equalTo(id(made)));
    }

    @Test
    void shouldCallUnownedWhatBelongsToSomebodyWhoCoordinatesNoLonger() throws SQLException {
        // Given
        Made made = mother.triaged();

        // When
        sql("update referral set coordinator_id = '%s' where id = '%s'".formatted(LEFT, made.referral()));

        // Then
        desk("UNOWNED").body("items.id", hasItem(id(made)));
    }

    @Test
    void shouldCallOverdueWhatHasAClockThatRanOut() throws SQLException {
        // Given
        Made late = mother.submitted();
        Made inTime = mother.submitted();
        sql(clock(late, "interval '-1 hour'"));
        sql(clock(inTime, "interval '1 hour'"));

        // When, then
        desk("OVERDUE").body("items.id", hasItem(id(late))).body("items.id", not(hasItem(id(inTime))));
        sql("update service_clock set paused = true where referral_id = '" + late.referral() + "'");
        desk("OVERDUE").body("items.id", not(hasItem(id(late))));
    }

    private static String clock(Made made, String due) {
        return """
                insert into service_clock (id, tenant_id, referral_id, kind, started_at, due_at, warn_at, next_at, ended, paused,
                    waited, warned, level, version)
                values (gen_random_uuid(), '%s', '%s', 'TRIAGE', now(), now() + %s, now(), now() + interval '1 day', false, false,
                    false, false, 0, 0)
                on conflict (referral_id, placement_id, kind) do update set due_at = excluded.due_at, next_at = excluded.next_at,
                    paused = false""".formatted(DemoTokens.PRAIRIE_VIEW, made.referral(), due);
    }

    @Test
    void shouldNarrowAListByAllFiltersTogether() {
        // Given
        Made crisis = mother.crisis();
        Made routine = mother.submitted();
        Made sent = mother.sent();

        // When, then
        desk("ALL&urgency=CRISIS")
                .body("items.urgency", everyItem(is("CRISIS")))
                .body("items[0].id", equalTo(id(crisis)));
        desk("ALL&urgency=CRISIS&urgency=ROUTINE").body("items.id", hasItems(id(crisis), id(routine)));
        desk("ALL&state=SUBMITTED&state=PLACED")
                .body("items.state.unique().sort()", contains("PLACED", "SUBMITTED"))
                .body("items.id", hasItems(id(crisis), id(sent)));
        desk("AWAITING_CONSENT&state=PLACED").body("items", empty());
        desk("ALL&schoolId=" + World.SCHOOL).body("items.id", hasItem(id(sent)));
        desk("ALL&schoolId=" + World.OTHER_SCHOOL).body("items.id", not(hasItem(id(sent))));
        desk("ALL&agencyId=" + DemoTokens.HARBOR_LIGHT).body("items[0].id", equalTo(id(sent)));
        desk("ALL&agencyId=" + DemoTokens.CEDAR_PATH).body("items.id", not(hasItem(id(sent))));
    }

    static Stream<DeskName> desks() {
        return Arrays.stream(DeskName.values());
    }

    @ParameterizedTest
    @MethodSource("desks")
    void shouldTakeEveryFilterOnEveryDesk(DeskName desk) throws SQLException {
        // Given: something that lies on this desk, and was sent where the desk may hold it
        Made made = lyingOn(desk);
        String state = get(demo.coordinator(), made.referralPath()).path("state");
        String today = "&from=%1$s&to=%1$s&zone=UTC".formatted(LocalDate.now(ZoneOffset.UTC));
        List<String> matching =
                new ArrayList<>(List.of("&state=" + state, "&urgency=URGENT", "&schoolId=" + World.SCHOOL, today));
        List<String> others = new ArrayList<>(List.of(
                "&state=" + (state.equals("READY") ? "PLACED" : "READY"),
                "&urgency=UNIVERSAL",
                "&schoolId=" + World.OTHER_SCHOOL,
                "&from=2020-01-01&to=2020-01-02",
                "&agencyId=" + DemoTokens.CEDAR_PATH));
        if (made.placement() != null) {
            matching.add("&agencyId=" + DemoTokens.HARBOR_LIGHT);
        }

        // When, then
        for (String filter : matching) {
            desk(desk + filter).body("items.id", hasItem(id(made)));
            assertThat(total(desk + filter)).as(filter).isPositive();
        }
        desk(desk + String.join("", matching)).body("items.id", hasItem(id(made)));
        for (String filter : others) {
            desk(desk + filter).body("items.id", not(hasItem(id(made))));
        }
        assertThat(total(desk + "&from=2020-01-01&to=2020-01-02")).isZero();
        assertThat(total(desk + String.join("", matching)))
                .isEqualTo(desk(desk + String.join("", matching))
                        .extract()
                        .<List<String>>path("items.id")
                        .size());
    }

    private Made lyingOn(DeskName desk) throws SQLException {
        Made made =
                switch (desk) {
                    case UNOWNED -> mother.submitted();
                    case AWAITING_CONSENT -> mother.triaged();
                    case ALL, MINE, SCHOOL_QUEUE, OVERDUE -> mother.sent();
                };
        sql("update referral set urgency = 'URGENT' where id = '" + made.referral() + "'");
        if (desk == DeskName.OVERDUE) {
            sql(clock(made, "interval '-1 hour'"));
        }
        return made;
    }

    private int total(String query) {
        List<Integer> found = counts(demo.coordinator(), query).extract().path("counts.count");
        return found.stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void shouldFindAReferralByTheNumberThatSomebodyReadsOut() {
        // Given
        Made made = mother.submitted();
        mother.submitted();
        String number = get(demo.coordinator(), made.referralPath()).path("number");

        // When, then
        for (String typed : List.of(number, number.toLowerCase(Locale.ROOT), number.substring(3))) {
            get(demo.coordinator(), LIST + "&number=" + typed)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id(made)));
        }
        get(demo.otherDistrictCoordinator(), LIST + "&number=" + number)
                .then()
                .statusCode(200)
                .body("items", empty());
        get(demo.otherEducator(), LIST + "&number=" + number).then().body("items", empty());
        get(demo.coordinator(), LIST + "&number=12345")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query/number"));
    }

    @Test
    void shouldCountDaysInTheAskedZoneBothInclusive() throws SQLException {
        // Given: the last and the first minute of days in Chicago, the second one after the clock was put back
        Made late = mother.submitted();
        Made next = mother.submitted();
        sql("update referral set submitted_at = '2025-11-02T23:59:30-06:00' where id = '%s'"
                .formatted(late.referral()));
        sql("update referral set submitted_at = '2025-11-03T00:00:00-06:00' where id = '%s'"
                .formatted(next.referral()));

        // When, then
        desk("ALL&from=2025-11-02&to=2025-11-02")
                .body("items.id", hasItem(id(late)))
                .body("items.id", not(hasItem(id(next))));
        desk("ALL&from=2025-11-03&to=2025-11-03")
                .body("items.id", hasItem(id(next)))
                .body("items.id", not(hasItem(id(late))));
        desk("ALL&from=2025-11-03&to=2025-11-03&zone=UTC").body("items.id", hasItems(id(late), id(next)));
        desk("ALL&from=2025-11-02&to=2025-11-03").body("items.id", hasItems(id(late), id(next)));
    }

    @Test
    void shouldTellAnEducatorNoMoreThanTheReferralItselfDoes() {
        // Given
        Made own = mother.sent();
        Made others = submittedByTheCoordinator();

        // When, then
        given().auth()
                .oauth2(demo.educator().sign())
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id(own)))
                .body("items.id", not(hasItem(id(others))))
                .body("items.tier", everyItem(nullValue()))
                .body("items.coordinatorId", everyItem(nullValue()))
                .body("items.outcome", everyItem(nullValue()));
        list(demo.educator(), "MINE").body("items.id", hasItem(id(own)));
        for (String desk : List.of("SCHOOL_QUEUE", "OVERDUE", "AWAITING_CONSENT", "UNOWNED")) {
            list(demo.educator(), desk).body("items", empty());
            counts(demo.educator(), desk).body("counts", empty());
        }
        list(demo.educator(), "ALL&agencyId=" + DemoTokens.HARBOR_LIGHT).body("items", empty());
        list(demo.educator(), "MINE&agencyId=" + DemoTokens.HARBOR_LIGHT).body("items", empty());
    }

    @Test
    void shouldKeepOthersOut() {
        // Given
        Made made = mother.submitted();

        // When, then
        list(demo.otherDistrictCoordinator(), "ALL").body("items.id", not(hasItem(id(made))));
        list(demo.otherEducator(), "ALL").body("items.id", not(hasItem(id(made))));
        get(demo.agencyStaff(), LIST).then().statusCode(403);
        get(demo.districtAdmin(), LIST).then().statusCode(403);
        given().get(LIST).then().statusCode(401);
        given().get("/api/v1/referrals/counts").then().statusCode(401);
    }

    @Test
    void shouldPageThroughADeskWithoutGapOrRepetition() {
        // Given
        List<String> made = List.of(id(mother.triaged()), id(mother.triaged()), id(mother.triaged()));

        // When
        Response first = get(demo.coordinator(), "/api/v1/referrals?desk=AWAITING_CONSENT&limit=2");
        String next = first.then().statusCode(200).extract().path("next");
        Response second = get(demo.coordinator(), "/api/v1/referrals?desk=AWAITING_CONSENT&limit=2&cursor=" + next);

        // Then
        List<String> firstIds = first.path("items.id");
        List<String> secondIds = second.path("items.id");
        assertThat(firstIds).containsExactly(made.get(2), made.get(1));
        assertThat(secondIds.getFirst()).isEqualTo(made.get(0));
        get(demo.coordinator(), "/api/v1/referrals?desk=ALL&limit=2&cursor=" + next)
                .then()
                .statusCode(400);
        get(demo.otherDistrictCoordinator(), "/api/v1/referrals?desk=AWAITING_CONSENT&limit=2&cursor=" + next)
                .then()
                .statusCode(400);
    }

    @Test
    void shouldCountADeskByState() {
        // Given
        int before = waiting();

        // When
        mother.triaged();

        // Then
        assertThat(waiting()).isEqualTo(before + 1);
        counts(demo.coordinator(), "SCHOOL_QUEUE")
                .body("desk", equalTo("SCHOOL_QUEUE"))
                .body(
                        "counts.state",
                        contains("SUBMITTED", "NEEDS_INFO", "TRIAGED", "AWAITING_CONSENT", "READY", "PLACED"));
        counts(demo.coordinator(), "SCHOOL_QUEUE&urgency=UNIVERSAL").body("counts.count", everyItem(is(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk=EVERYTHING",
                "state=OPEN",
                "urgency=SOON",
                "schoolId=1-1-1-1-1",
                "agencyId=x",
                "from=yesterday",
                "to=2026-02-30",
                "zone=Mars/Olympus",
                "from=2026-03-02&to=2026-03-01",
                "limit=201"
            })
    void shouldRefuseAFilterThatIsNone(String filter) {
        // When
        Response refused = get(demo.coordinator(), "/api/v1/referrals?" + filter);

        // Then
        String parameter = filter.contains("&") ? "to" : filter.substring(0, filter.indexOf('='));
        refused.then().statusCode(400).body("errors.pointer", contains("query/" + parameter));
    }

    private int waiting() {
        return counts(demo.coordinator(), "AWAITING_CONSENT").extract().path("counts[0].count");
    }

    private Made ended() {
        Made made = mother.triaged();
        mother.step(demo.coordinator(), made.referralPath(), "close", Map.of("code", "FAMILY_DECLINED"), 200);
        return made;
    }

    private Made submittedByTheCoordinator() {
        Response made = ReferralMother.post(demo.coordinator(), "/api/v1/referrals", ReferralMother.form(), null);
        return new Made(UUID.fromString(made.then().statusCode(201).extract().path("id")), null, null);
    }

    private ValidatableResponse desk(String query) {
        return list(demo.coordinator(), query);
    }

    private static ValidatableResponse list(TokenBuilder who, String query) {
        return get(who, LIST + "&desk=" + query).then().statusCode(200);
    }

    private static ValidatableResponse counts(TokenBuilder who, String query) {
        return get(who, "/api/v1/referrals/counts?desk=" + query).then().statusCode(200);
    }

    private static Response get(TokenBuilder who, String path) {
        return ReferralMother.get(who, path);
    }

    private static String id(Made made) {
        return made.referral().toString();
    }

    private void sql(String statement) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }
}
