package org.footbridge.referral.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.footbridge.referral.disclosure.Redisclosure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many steps at once, and the record on paper. */
@QuarkusTest
class BulkTest {
    private static final String BULK = "/api/v1/placements/bulk";

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldTakeEachStepByItself() {
        // Given
        Made accepted = mother.sent();
        Made stale = mother.sent();
        Made declined = mother.sent();
        Made wordless = mother.sent();
        Made served = mother.sent();

        // When
        Response answer = bulk(
                item(accepted.placement(), "ACCEPT", 0, Map.of("agencyReference", "HL-1")),
                item(stale.placement(), "ACCEPT", 7, Map.of()),
                item(declined.placement(), "DECLINE", 0, Map.of("code", "NO_CAPACITY")),
                item(wordless.placement(), "DECLINE", 0, Map.of()),
                item(UUID.randomUUID(), "ACCEPT", 0, Map.of()),
                item(served.placement(), "COMPLETE", 0, Map.of("code", "SERVED_IMPROVED")),
                item(accepted.placement(), "ACCEPT", 0, Map.of()));

        // Then
        answer.then()
                .statusCode(200)
                .body("items.status", contains(200, 412, 200, 422, 404, 409, 412))
                .body("items[0].state", equalTo("ACCEPTED"))
                .body("items[0].version", equalTo(1))
                .body("items[2].state", equalTo("DECLINED"))
                .body("items[3].errors.pointer", contains("/code"))
                .body("items[5].problem", equalTo("wrong-state"));
        state(accepted, "ACCEPTED");
        state(stale, "SENT");
        state(wordless, "SENT");
    }

    @Test
    void shouldNotTouchThePlacementsOfAnotherAgency() {
        // Given
        Made made = mother.sent();

        // When
        Response answer = ReferralMother.post(
                demo.otherAgencyStaff(),
                BULK,
                Map.of("items", List.of(item(made.placement(), "ACCEPT", 0, Map.of()))),
                null);

        // Then
        answer.then().statusCode(200).body("items.status", contains(404));
        state(made, "SENT");
    }

    @Test
    void shouldRefuseRequestsWithFaults() {
        Made made = mother.sent();
        Map<String, Object> one = item(made.placement(), "ACCEPT", 0, Map.of());
        bulk().then().statusCode(422);
        bulk(item(made.placement(), "SING", 0, Map.of())).then().statusCode(422);
        bulk(item(null, "ACCEPT", -1, Map.of())).then().statusCode(422);
        ReferralMother.post(demo.agencyStaff(), BULK, Map.of("items", Collections.nCopies(101, one)), null)
                .then()
                .statusCode(422);
        ReferralMother.post(demo.coordinator(), BULK, Map.of("items", List.of(one)), null)
                .then()
                .statusCode(403);
        state(made, "SENT");
    }

    @Test
    void shouldPrintTheRecordWithPurposeAndNotice() throws IOException, SQLException {
        // Given
        Made made = mother.acceptedWith("IDENTITY", "CONCERNS");

        // When
        Response paper = ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/record.pdf");

        // Then
        paper.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("attachment; filename=\"FB-"))
                .header("X-Content-Type-Options", "nosniff");
        PdfReader reader = new PdfReader(paper.asByteArray());
        String text = new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", " ");
        assertThat(text)
                .contains("Given" + World.CANARY, "TREATMENT", "Version: 1", "ANXIETY")
                .contains(Redisclosure.NOTICE.substring(0, 60))
                .doesNotContain("recess", "MEDICAID", "Prairie View Elementary");
        assertThat(new EventCounter(database)
                        .query(
                                "select count(*) from disclosure where kind = 'READ' and placement_id = ?",
                                made.placement()))
                .isPositive();
    }

    @Test
    void shouldNotPrintWhatMayNotBeReadAnyMore() {
        // Given
        Made made = mother.accepted();
        mother.step(demo.agencyStaff(), made.placementPath(), "end-not-served", Map.of("code", "MOVED"), 200);

        // Then
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/record.pdf")
                .then()
                .statusCode(403);
    }

    @SafeVarargs
    private Response bulk(Map<String, Object>... items) {
        return ReferralMother.post(demo.agencyStaff(), BULK, Map.of("items", List.of(items)), null);
    }

    private static Map<String, Object> item(UUID id, String action, long version, Map<String, String> more) {
        Map<String, Object> item = new HashMap<>(more);
        item.put("id", id);
        item.put("action", action);
        item.put("version", version);
        return item;
    }

    private void state(Made made, String state) {
        ReferralMother.get(demo.coordinator(), made.sentPath()).then().body("state", equalTo(state));
    }
}
