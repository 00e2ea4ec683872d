package org.footbridge.directory.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.FixedClock;
import org.junit.jupiter.api.Test;

/** The committed demo directory: enough of it, valid, and with the ids that others rely on. */
class DemoFileTest {
    private final ImportDocument document = ImportDocument.of(DemoDirectory.json());
    private final List<JsonNode> organizations = list(document.root().path("organizations"));

    @Test
    void shouldHoldAtLeastFortyServicesOfFifteenAgencies() {
        assertThat(organizations.stream().flatMap(one -> list(one.path("services")).stream()))
                .hasSizeGreaterThanOrEqualTo(40);
        assertThat(organizations.stream()
                        .filter(one ->
                                Profile.codes(one, Profile.ORGANIZATION_KIND).contains("agency"))
                        .filter(one -> !one.has("parent_organization_id")))
                .hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void shouldHaveTheShapeOfHsds() {
        assertThat(new ImportSchema().faults(document)).isEmpty();
    }

    @Test
    void shouldBreakNoRule() {
        Set<String> ids = new HashSet<>(document.root().path("organizations").findValuesAsText("id"));
        ImportRules rules = new ImportRules(document, new ImportRules.Known(ids, ids), FixedClock.NOW).check();
        assertThat(rules.faults()).isEmpty();
        assertThat(rules.warnings()).isEmpty();
    }

    @Test
    void shouldKeepTheIdsOfTheTwoAgenciesThatTakePart() {
        assertThat(organizations.stream()
                        .filter(one ->
                                !Profile.codes(one, Profile.PARTICIPATION).isEmpty())
                        .map(one -> one.path("id").asText()))
                .containsExactly(DemoDirectory.HARBOR_LIGHT, DemoDirectory.CEDAR_PATH);
        assertThat(organizations.stream()
                        .filter(one -> one.path("id").asText().equals(DemoDirectory.HARBOR_LIGHT_CHILDREN))
                        .map(one -> one.path("parent_organization_id").asText()))
                .containsExactly(DemoDirectory.HARBOR_LIGHT);
    }

    @Test
    void shouldBeVaried() {
        ImportRows rows = ImportRows.of(document);
        assertThat(values(rows.services(), "languages")).contains("en", "es", "vi", "so", "ase");
        assertThat(values(rows.services(), "insurance")).contains("medicaid", "chip", "private", "sliding", "none");
        assertThat(rows.capacities().findValuesAsText("status"))
                .contains("HAS_CAPACITY", "NO_CAPACITY", "WAITLIST", "ASSESSMENT_REQUIRED");
        assertThat(rows.capacities().size()).isLessThan(rows.services().size());
    }

    @Test
    void shouldInventNothingThatCouldBeReal() {
        String text = document.root().toString();
        assertThat(document.root().findValuesAsText("number")).allMatch(number -> number.contains("555-01"));
        assertThat(document.root().findValuesAsText("postal_code")).allMatch(zip -> zip.startsWith("00"));
        assertThat(text).doesNotContain(".com", ".org");
        assertThat(document.root().findValuesAsText("email")).allMatch(address -> address.endsWith(".example"));
    }

    private static Stream<String> values(ArrayNode rows, String column) {
        return list(rows).stream()
                .flatMap(row -> list(row.path(column)).stream())
                .map(JsonNode::asText);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
