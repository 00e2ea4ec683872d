package org.footbridge.referral.crisis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One contact of a chain: a person of the staff, or a line outside of the school with its number. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "OnCallContact",
        description = "Either personId, or name and phone of a line outside of the school. A line can be called, but"
                + " not told: when its turn comes, the school's coordinators are.")
record OnCallContact(
        @Schema(description = "Somebody of the district's staff.")
        UUID personId,

        @Schema(description = "Of the line; of a person only in answers.", examples = "County mobile crisis team")
        @Size(max = 401)
        String name,

        @Schema(examples = "+1-555-0199") @Size(max = 40) @Pattern(regexp = "[+0-9][0-9 ().x-]{2,39}")
        String phone,

        @Schema(description = "When this contact can be reached, and for what.", examples = "Nights and weekends only")
        @Size(max = 500)
        String notes) {

    @JsonIgnore
    boolean isPerson() {
        return personId != null;
    }

    /** What is kept: a person's name is the roster's business. */
    OnCallContact kept() {
        return isPerson() ? new OnCallContact(personId, null, null, notes) : this;
    }

    /** Who it is, whatever is said about him or her. */
    @JsonIgnore
    OnCallContact who() {
        return isPerson() ? new OnCallContact(personId, null, null, null) : new OnCallContact(null, name, phone, null);
    }

    OnCallContact named(String nameOfPerson) {
        return new OnCallContact(personId, nameOfPerson, phone, notes);
    }
}
