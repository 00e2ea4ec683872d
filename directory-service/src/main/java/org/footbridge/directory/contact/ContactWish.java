package org.footbridge.directory.contact;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.Fault;

/** What a family tells a service. Only a way to reach it is needed. */
@Schema(
        description = "What a family tells a service. Only a way to reach it is needed; the service alone reads it.",
        examples =
                "{\"reachBy\":\"PHONE\",\"reach\":\"+1 555-555-0142\",\"language\":\"es\",\"age\":14,\"bestTime\":\"after five\","
                        + "\"message\":\"Our daughter sleeps badly since her grandmother died.\"}")
public record ContactWish(
        @Schema(maxLength = 100, description = "Whom to ask for.") @Size(max = 100)
        String name,

        @NotNull ReachBy reachBy,

        @Schema(description = "An e-mail address or a telephone number.") @NotBlank @Size(max = 200)
        String reach,

        @Schema(description = "ISO 639 code of the language to answer in.") @Pattern(regexp = "[a-z]{2,3}")
        String language,

        @Schema(description = "Of whom help is for, in years.") @DecimalMin("0") @DecimalMax("120")
        BigDecimal age,

        @Size(max = 100) String bestTime,
        @Size(max = 1000) String message) {

    /** How to reach somebody. */
    public enum ReachBy {
        PHONE,
        TEXT,
        EMAIL
    }

    /** A way to reach somebody that is none. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        String shape = reachBy == ReachBy.EMAIL ? "[^@\\s]+@[^@\\s]+\\.[^@\\s]+" : "\\+?[0-9 ()./-]{7,30}";
        if (!reach.strip().matches(shape)) {
            faults.add(new Fault(
                    "/reach", "no-way-to-reach", "An e-mail address or a telephone number, as reachBy says."));
        }
        return faults;
    }

    /** A record prints its members; this one must not reach a log. */
    @Override
    public String toString() {
        return "ContactWish[]";
    }
}
