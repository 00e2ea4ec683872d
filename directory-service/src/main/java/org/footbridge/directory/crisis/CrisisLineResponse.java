package org.footbridge.directory.crisis;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line for people in a crisis. */
@Schema(name = "CrisisLine", description = "A line for people in a crisis.")
public record CrisisLineResponse(
        @Schema(required = true) UUID id,

        @Schema(required = true, maxLength = 50, examples = "lifeline")
        String code,

        @Schema(required = true, maxLength = 200) String name,
        @Schema(required = true, maxLength = 1000) String description,

        @Schema(maxLength = 20, description = "To call; absent where the line takes no calls.", examples = "988")
        String callNumber,

        @Schema(maxLength = 20, description = "To text.") String textNumber,

        @Schema(maxLength = 20, description = "The word to begin a text with.")
        String textKeyword,

        @Schema(maxLength = 500) String chatUrl,

        @Schema(required = true, maxItems = 50, description = "ISO 639 codes.")
        List<String> languages,

        @Schema(required = true, maxLength = 200) String audience,

        @Schema(required = true, maxLength = 50, examples = "24/7")
        String hours,

        @Schema(
                required = true,
                maxItems = 1000,
                description =
                        "Where it helps, as beginnings of postal codes, a country before it where it is not US; empty"
                                + " for everywhere.")
        List<String> postalPrefixes) {}
