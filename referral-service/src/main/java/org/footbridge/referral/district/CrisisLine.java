package org.footbridge.referral.district;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the district's own, told in a crisis after the national ones. At least one way to reach it is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "LocalCrisisLine",
        description = "A local line, told in every crisis after 988 and 911. Has call, text or chat.",
        examples = "{\"name\": \"Prairie County mobile crisis team\", \"call\": \"+1-555-0199\", \"hours\": \"24/7\"}")
public record CrisisLine(
        @NotBlank @Size(max = 200) String name,
        @Pattern(regexp = NUMBER) @Size(max = 20) String call,
        @Pattern(regexp = NUMBER) @Size(max = 20) String text,

        @Schema(description = "The word to begin a text with.") @Size(max = 50)
        String say,

        @Pattern(regexp = "https://[\\x21-\\x7E]{1,490}") @Size(max = 500)
        String chat,

        @Schema(examples = "24/7") @Size(max = 50) String hours) {
    private static final String NUMBER = "[+0-9][0-9 ().x-]{1,19}";

    boolean canBeReached() {
        return call != null || text != null || chat != null;
    }
}
