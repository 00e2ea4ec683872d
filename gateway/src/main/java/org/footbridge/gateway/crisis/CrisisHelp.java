package org.footbridge.gateway.crisis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to call, text or chat with. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CrisisHelp(
        @Schema(required = true, maxLength = 500) String message,
        @Schema(required = true, maxItems = 200) List<CrisisLine> lines) {

    /** The lines of a place, then those that help everywhere; {@code null} for no place. */
    CrisisHelp at(String postalCode) {
        Stream<CrisisLine> local =
                postalCode == null ? Stream.empty() : lines.stream().filter(line -> line.helpsIn(postalCode));
        return new CrisisHelp(
                message,
                Stream.concat(local, lines.stream().filter(CrisisLine::helpsEverywhere))
                        .toList());
    }
}
