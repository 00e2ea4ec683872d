package org.footbridge.referral.roster.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The negative cases of an external set, where a machine has it: {@code FOOTBRIDGE_ONEROSTER_CASES} names its folder. */
class SharedCasesTest {

    @Test
    void shouldRejectEveryNegativeCaseOfTheExternalSet() throws IOException {
        // Given
        String folder = System.getenv("FOOTBRIDGE_ONEROSTER_CASES");
        assumeTrue(folder != null && Files.exists(Path.of(folder, "negative-cases.json")), "no external set here");
        JsonNode cases = new ObjectMapper()
                .readTree(Path.of(folder, "negative-cases.json").toFile())
                .get("cases");

        // When
        List<String> accepted = new ArrayList<>();
        for (JsonNode one : cases) {
            RosterZip zip = changed(Path.of(folder, one.get("base").asText()), one.get("change"));
            if (RosterPackage.read(zip.bytes()).faults().isEmpty()) {
                accepted.add(one.get("name").asText());
            }
        }

        // Then
        System.out.println("external OneRoster negative cases that ran: " + cases.size());
        assertThat(accepted).isEmpty();
    }

    private static RosterZip changed(Path folder, JsonNode change) {
        RosterZip zip = RosterZip.of(folder);
        String file = change.get("file").asText();
        return switch (change.get("op").asText()) {
            case "removeFile" -> zip.without(file);
            case "addFile" -> zip.with(file, change.get("text").asText());
            case "replace" ->
                zip.replacing(
                        file, change.get("from").asText(), change.get("to").asText());
            default -> throw new AssertionError("unknown change " + change);
        };
    }
}
