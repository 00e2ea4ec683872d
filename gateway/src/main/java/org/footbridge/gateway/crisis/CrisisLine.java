package org.footbridge.gateway.crisis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line to call, to text or to chat with.
 *
 * @param say the word to begin a text with
 * @param postalPrefixes where it helps, as beginnings of postal codes; empty or {@code null} for everywhere
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CrisisLine(
        @Schema(required = true, maxLength = 200) String name,
        @Schema(maxLength = 20) String call,
        @Schema(maxLength = 20) String text,
        @Schema(maxLength = 20) String say,
        @Schema(maxLength = 500) String chat,
        @Schema(maxLength = 50) String hours,
        @Schema(maxItems = 50) List<String> languages,
        @Schema(maxItems = 1000) List<String> postalPrefixes) {

    boolean helpsEverywhere() {
        return postalPrefixes == null || postalPrefixes.isEmpty();
    }

    boolean helpsIn(String postalCode) {
        return !helpsEverywhere() && postalPrefixes.stream().anyMatch(postalCode::startsWith);
    }
}
