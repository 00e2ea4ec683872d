package org.footbridge.referral.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.OnCall;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the caller may do next names every command that there is. */
@QuarkusTest
class TransitionsTest {
    private static final String REFERRALS = "/api/v1/referrals/{}/";

    /** Commands whose path is another noun. */
    private static final Map<String, String> NAMES = Map.of(
            "consents", "consent",
            "consents/{}/revoke", "revoke-consent",
            "consent-requests", "request-consent",
            "placements", "send",
            "releases", "release",
            "placements/{}/supply-info", "supply-placement-info",
            "placements/{}/request-cancellation", "request-cancellation");

    /** What belongs to a referral and is no step of it: each has a state, a list or transitions of its own. */
    private static final List<String> OTHERS = List.of(
            "attachments",
            "break-glass",
            "consent-requests/",
            "placements/{}/appointments/",
            "placements/{}/attachments/",
            "placements/{}/messages",
            "placements/{}/team/");

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        OnCall.remove(database);
        mother = new ReferralMother(demo);
    }

    @AfterEach
    void remove() {
        OnCall.remove(database);
    }

    @Test
    void shouldNameEveryCommandOfTheDocument() {
        // Given
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").path("paths");
        List<String> commands = new ArrayList<>();
        paths.forEach((path, methods) -> {
            String plain = path.replaceAll("\\{[^}]*}", "{}");
            if (methods.containsKey("post") && plain.startsWith(REFERRALS)) {
                commands.add(plain.substring(REFERRALS.length()));
            }
        });

        // When
        List<String> told = steps(demo.coordinator(), mother.sent()).path("items.name");

        // Then
        assertThat(commands).hasSizeGreaterThan(20);
        assertThat(commands.stream()
                        .filter(command -> OTHERS.stream().noneMatch(command::startsWith))
                        .map(command -> NAMES.getOrDefault(command, command)))
                .isSubsetOf(told);
    }

    @Test
    void shouldOfferTheAcknowledgementToThoseWhoMayGiveIt() {
        // Given
        OnCall.set(demo.districtAdmin(), OnCall.chain());
        Made made = mother.crisis();

        // When, then
        assertStep(demo.coordinator(), made, true, null);
        assertStep(demo.otherEducator(), made, true, null);
        assertStep(demo.educator(), made, false, "not-your-role");
        assertStep(demo.coordinator(), mother.submitted(), false, "wrong-state");
        given().auth().oauth2(demo.otherEducator().sign()).post(made.referralPath() + "/acknowledge-crisis");
        assertStep(demo.coordinator(), made, false, "wrong-state");
    }

    @Test
    void shouldOfferAnOnCallContactNothingElse() {
        // Given
        OnCall.set(demo.districtAdmin(), OnCall.chain());

        // When
        Response steps = steps(demo.otherEducator(), mother.crisis());

        // Then
        steps.then().statusCode(200).body("items.findAll { it.allowed }.name", contains("acknowledge-crisis"));
    }

    @Test
    void shouldTellTheSchoolsPartOfEachOpenPlacement() {
        // Given
        Made made = mother.agencyAsked();
        String placement = made.placement().toString();

        // When
        Response steps = steps(demo.coordinator(), made);

        // Then
        steps.then()
                .body(
                        "items.findAll { it.placementId == '" + placement + "' && it.allowed }.name",
                        contains("supply-placement-info", "request-cancellation"));
        steps(demo.coordinator(), mother.askedBack())
                .then()
                .body(
                        "items.findAll { it.placementId != null && it.allowed }.name",
                        not(hasItem("request-cancellation")));
        steps(demo.educator(), made).then().body("items.findAll { it.placementId != null }.size()", equalTo(0));
    }

    @Test
    void shouldOfferTheTakingBackOfAConsentThatLives() {
        Set<String> names = Set.of("request-consent", "revoke-consent", "release");

        steps(demo.coordinator(), mother.ready())
                .then()
                .body("items.findAll { it.allowed }.name", hasItems(names.toArray(String[]::new)));
        steps(demo.coordinator(), mother.submitted())
                .then()
                .body("items.find { it.name == 'revoke-consent' }.reason", equalTo("wrong-state"))
                .body("items.find { it.name == 'request-consent' }.reason", equalTo("wrong-state"));
    }

    private Response steps(TokenBuilder who, Made made) {
        return ReferralMother.get(who, made.referralPath() + "/transitions");
    }

    private void assertStep(TokenBuilder who, Made made, boolean allowed, String reason) {
        steps(who, made)
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'acknowledge-crisis' }.allowed", equalTo(allowed))
                .body("items.find { it.name == 'acknowledge-crisis' }.reason", equalTo(reason));
    }
}
