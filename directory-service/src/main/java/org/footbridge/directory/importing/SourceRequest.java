package org.footbridge.directory.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source as it is to be. */
@Schema(
        name = "ImportSourceRequest",
        description = "A source as it is to be.",
        examples = "{\"code\":\"county-211\",\"name\":\"County 211\",\"precedence\":20}")
record SourceRequest(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String code,
        @NotBlank @Size(max = 200) String name,

        @Schema(
                description = "The source speaks of this directory's own records by their ids, as a corrected export"
                        + " does. Otherwise a record that is not the source's own is never touched.")
        Boolean ownIds,

        @Schema(description = "Of two sources that name the same field, the lower number wins; 100 without.")
        @Min(1)
        @Max(1000)
        Integer precedence,

        @Valid ColumnMapping mapping) {

    boolean hasOwnIds() {
        return ownIds != null && ownIds;
    }

    int precedenceOrUsual() {
        return precedence == null ? 100 : precedence;
    }
}
