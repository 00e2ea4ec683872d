package org.footbridge.feedback.kpi;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.events.StaffChanged.Assignment;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.feedback.Bus;
import org.footbridge.feedback.District;
import org.footbridge.feedback.FeedbackTest;
import org.footbridge.feedback.ReferralMother;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@FeedbackTest
class KpiResourceTest {
    private static final String CLOSED_LOOPS = "/api/v1/kpis/closed-loops";
    /** 20:30 of 30 September in Chicago. */
    private static final Instant SUBMITTED = Instant.parse("2026-10-01T01:30:00Z");

    @Inject
    Bus bus;

    DemoTokens demo;

    private District district;
    private UUID lincoln;
    private UUID roosevelt;

    @BeforeEach
    void found() {
        district = District.founded(bus, "America/Chicago", 10);
        lincoln = district.school("Lincoln Middle");
        roosevelt = district.school("Roosevelt High");
    }

    @Test
    void shouldCountClosedLoopsAndTheirMedianWait() {
        // Given
        close(6, 8, lincoln, "en");
        close(6, 13, lincoln, "en");
        tell(ReferralMother.submitted(lincoln, SUBMITTED).open());
        tell(ReferralMother.submitted(lincoln, SUBMITTED).declined());

        // When
        ValidatableResponse answer = figures(admin(), "total.submitted", equalTo(14));

        // Then
        answer.body("total.closedLoops", equalTo(12))
                .body("total.rate", equalTo(86))
                .body("total.medianWaitDays", equalTo(10.5f))
                .body("total.suppressed", is(false))
                .body("total", aMapWithSize(6))
                .body("minimumCell", equalTo(10))
                .body("period.zone", equalTo("America/Chicago"))
                .body("cells", empty());
    }

    @Test
    void shouldCountTheEndOfAPlacementWithoutServiceButNoErrors() {
        // Given
        close(10, 8, lincoln, "en");
        tell(ReferralMother.submitted(lincoln, SUBMITTED).endedNotServed());
        tell(ReferralMother.submitted(lincoln, SUBMITTED).error());

        // Then
        figures(admin(), "total.submitted", equalTo(11))
                .body("total.closedLoops", equalTo(11))
                .body("total.medianWaitDays", equalTo(8.0f));
    }

    @Test
    void shouldCountTheWaitFromTheDayOfThePaperForm() {
        // Given
        for (int i = 0; i < 10; i++) {
            tell(ReferralMother.submitted(lincoln, SUBMITTED)
                    .receivedOn(LocalDate.of(2026, 9, 20))
                    .completed(SUBMITTED.plus(Duration.ofDays(5))));
        }

        // Then
        figures(admin(), "total.closedLoops", equalTo(10)).body("total.medianWaitDays", equalTo(15.0f));
    }

    @Test
    void shouldHideASmallCellAndTheOneThatWouldTellIt() {
        // Given
        close(12, 8, lincoln, "en");
        close(11, 8, lincoln, "so");
        close(3, 8, lincoln, "es");

        // When
        ValidatableResponse answer = figures(admin(), "total.closedLoops", equalTo(26), "groupBy", "homeLanguage");

        // Then
        answer.body("cells.key", contains("en", "es", "so"))
                .body("cells.closedLoops", contains(12, null, null))
                .body("cells.medianWaitDays", contains(8.0f, null, null))
                .body("cells.suppressed", contains(false, true, true))
                .body("cells.reason", contains(null, "PRIMARY", "COMPLEMENTARY"))
                .body("cells[1]", aMapWithSize(6));
    }

    @Test
    void shouldHideATotalOfFew() {
        // Given
        close(9, 8, lincoln, "en");
        for (int i = 0; i < 3; i++) {
            tell(ReferralMother.submitted(lincoln, SUBMITTED).open());
        }

        // Then
        figures(admin(), "total.submitted", equalTo(12))
                .body("total.closedLoops", nullValue())
                .body("total.rate", nullValue())
                .body("total.medianWaitDays", nullValue())
                .body("total.suppressed", is(true))
                .body("total.reason", equalTo("PRIMARY"));
    }

    @Test
    void shouldGroupBySchoolWithItsName() {
        // Given
        close(10, 8, lincoln, "en");
        close(10, 8, roosevelt, "en");

        // Then
        figures(admin(), "total.closedLoops", equalTo(20), "groupBy", "school")
                .body("cells.label", contains("Lincoln Middle", "Roosevelt High"))
                .body("cells.key", contains(lincoln.toString(), roosevelt.toString()));
    }

    @ParameterizedTest
    @CsvSource({"gradeBand,6-8", "urgency,ROUTINE", "homeLanguage,en"})
    void shouldGroupByEachDimension(String dimension, String key) {
        // Given
        close(10, 8, lincoln, "en");

        // Then
        figures(admin(), "total.closedLoops", equalTo(10), "groupBy", dimension).body("cells.key", contains(key));
    }

    @Test
    void shouldTakeBothEndsOfThePeriodInTheDistrictsZone() {
        // Given
        close(10, 8, lincoln, "en");

        // Then
        figures(admin(), "total.closedLoops", equalTo(10), "from", "2026-09-30", "to", "2026-09-30");
        figures(admin(), "total.submitted", nullValue(), "from", "2026-10-01", "to", "2026-10-31");
    }

    @Test
    void shouldShowACoordinatorTheOwnSchoolsOnly() {
        // Given
        TokenBuilder coordinator = coordinator();
        UUID person = district.coordinator(issuer(coordinator), subject(coordinator), lincoln);
        close(10, 8, lincoln, "en");
        close(12, 8, roosevelt, "en");

        // Then
        figures(coordinator, "total.closedLoops", equalTo(10), "groupBy", "school")
                .body("cells.label", contains("Lincoln Middle"));

        // When
        district.assign(person, 3, List.of(new Assignment("coordinator", roosevelt)));

        // Then
        figures(coordinator, "total.closedLoops", equalTo(12), "groupBy", "school")
                .body("cells.label", contains("Roosevelt High"));

        // When
        district.assign(person, 4, List.of(new Assignment("coordinator", null)));

        // Then
        figures(coordinator, "total.closedLoops", equalTo(22));
    }

    @Test
    void shouldRefuseACoordinatorWithoutASchool() {
        // Given
        close(10, 8, lincoln, "en");
        figures(admin(), "total.closedLoops", equalTo(10));

        // Then
        given().auth()
                .oauth2(coordinator().sign())
                .get(CLOSED_LOOPS)
                .then()
                .statusCode(403)
                .body("type", endsWith("no-school"));
    }

    @Test
    void shouldShowNothingToAnotherDistrict() {
        // Given
        District other = District.founded(bus, "America/Chicago", 10);
        close(10, 8, lincoln, "en");
        figures(admin(), "total.closedLoops", equalTo(10));

        // Then
        figures(demo.districtAdmin().tenant(other.id()), "total.submitted", nullValue(), "groupBy", "school")
                .body("cells", empty());
    }

    @Test
    void shouldSayWhenADistrictIsNotKnownYet() {
        given().auth()
                .oauth2(demo.districtAdmin().tenant(UUID.randomUUID()).sign())
                .get(CLOSED_LOOPS)
                .then()
                .statusCode(503)
                .header("Retry-After", "5");
    }

    @Test
    void shouldNameAllFaultsOfTheParameters() {
        given().auth()
                .oauth2(admin().sign())
                .queryParam("from", "yesterday")
                .queryParam("to", "2026-02-30")
                .queryParam("groupBy", "student")
                .get(CLOSED_LOOPS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("query/from", "query/to", "query/groupBy"))
                .body("errors", hasSize(3));
    }

    @Test
    void shouldRefuseAPeriodThatEndsBeforeItBegins() {
        given().auth()
                .oauth2(admin().sign())
                .queryParam("from", "2026-10-02")
                .queryParam("to", "2026-10-01")
                .get(CLOSED_LOOPS)
                .then()
                .statusCode(400)
                .body("errors.code", contains("after-to"));
    }

    @ParameterizedTest
    @CsvSource({CLOSED_LOOPS, "/api/v1/kpis"})
    void shouldAskForATokenOfARoleAndScopeThatMay(String path) {
        given().get(path).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        given().auth().oauth2(admin().expired().sign()).get(path).then().statusCode(401);
        for (TokenBuilder other :
                List.of(demo.educator(), demo.agencyStaff(), demo.agencyApp(), demo.guardian(), demo.platformAdmin())) {
            given().auth().oauth2(other.sign()).get(path).then().statusCode(403);
        }
        given().auth()
                .oauth2(demo.districtAdmin().scopes("referral:read").sign())
                .get(path)
                .then()
                .statusCode(403);
    }

    @Test
    void shouldListTheKpisWithTheirFormulas() {
        given().auth()
                .oauth2(admin().sign())
                .get("/api/v1/kpis")
                .then()
                .statusCode(200)
                .body("items.id", contains("closed-loops"))
                .body("items[0].formula", startsWith("Referrals submitted in the period"))
                .body("items[0].groupBy", contains("school", "homeLanguage", "gradeBand", "urgency"));
    }

    /** Asks until the events that were told have arrived. */
    private ValidatableResponse figures(TokenBuilder who, String path, Matcher<?> expected, String... parameters) {
        return await().ignoreExceptions()
                .until(() -> ask(who, parameters).statusCode(200).body(path, expected), answer -> true);
    }

    private static ValidatableResponse ask(TokenBuilder who, String... parameters) {
        var request = given().auth().oauth2(who.sign());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(CLOSED_LOOPS).then();
    }

    private void close(int number, int waitDays, UUID school, String language) {
        for (int i = 0; i < number; i++) {
            tell(ReferralMother.submitted(school, SUBMITTED)
                    .speaking(language)
                    .completed(SUBMITTED.plus(Duration.ofDays(waitDays))));
        }
    }

    private void tell(ReferralSnapshot referral) {
        district.tell(1, referral);
    }

    private TokenBuilder admin() {
        return demo.districtAdmin().tenant(district.id());
    }

    private TokenBuilder coordinator() {
        return demo.coordinator().tenant(district.id());
    }

    private static String issuer(TokenBuilder token) {
        return (String) token.claims().get("iss");
    }

    private static String subject(TokenBuilder token) {
        return (String) token.claims().get("sub");
    }
}
