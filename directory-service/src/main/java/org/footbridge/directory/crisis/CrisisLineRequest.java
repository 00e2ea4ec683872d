package org.footbridge.directory.crisis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.Fault;

/** A crisis line as the platform publishes it. */
@Schema(
        description = "A crisis line as it is to be published. It can be called, texted or chatted with.",
        examples =
                "{\"name\":\"North Plains mobile team\",\"description\":\"Comes to you.\",\"callNumber\":\"+15555550199\","
                        + "\"languages\":[\"en\"],\"audience\":\"everybody\",\"hours\":\"24/7\",\"postalPrefixes\":[\"004\"],\"position\":10}")
public record CrisisLineRequest(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 1000) String description,

        @Pattern(regexp = "\\+?[0-9]{3,15}") String callNumber,
        @Pattern(regexp = "\\+?[0-9]{3,15}") String textNumber,
        @Size(max = 20) String textKeyword,

        @Pattern(regexp = "https://[^\\s\"<>]{3,400}") @Size(max = 400)
        String chatUrl,

        @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = "[a-z]{2,3}") String> languages,
        @NotBlank @Size(max = 200) String audience,
        @NotBlank @Size(max = 50) String hours,

        @Schema(
                description =
                        "Where it helps, as beginnings of postal codes, a country before it where it is not US; empty"
                                + " for everywhere.")
        @NotNull
        @Size(max = 1000)
        List<@NotNull @Pattern(regexp = "([A-Z]{2}:)?[A-Z0-9][A-Z0-9 -]{0,11}") String> postalPrefixes,

        @Schema(description = "The lower, the earlier it is named.") @NotNull @Min(1) @Max(10000)
        Integer position) {

    /** No way to use the line. */
    List<Fault> faults() {
        return callNumber == null && textNumber == null && chatUrl == null
                ? List.of(new Fault("/callNumber", "no-way-to-reach", "A number to call, a number to text, or a chat."))
                : List.of();
    }
}
