package org.footbridge.referral.jurisdiction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** From which age a minor may consent to what, in one state and for a span of time. */
@Schema(description = "From which age a minor may consent alone. Only a reviewed rule in force lets a minor sign.")
public record JurisdictionRule(
        @Schema(description = "ISO 3166-2.", examples = "US-WA")
        @NotNull
        @Pattern(regexp = "US-[A-Z]{2}", message = "must be a code such as US-WA")
        String state,

        @Schema(type = SchemaType.STRING, implementation = Topic.class) @NotNull @OneOf(Topic.class)
        String topic,

        @Schema(description = "18: no minor consents alone.") @NotNull @Min(0) @Max(18)
        Integer minAge,

        @Valid Conditions conditions,

        @Schema(type = SchemaType.STRING, implementation = GuardianInvolvement.class)
        @NotNull
        @OneOf(GuardianInvolvement.class)
        String guardianInvolvement,

        @NotNull LocalDate effectiveFrom,
        @Schema(description = "The last day.") LocalDate effectiveTo,
        @NotBlank @Size(max = 300) String citation,

        @Schema(description = "Who has held it against the law.") @Size(max = 200)
        String reviewedBy,

        LocalDate reviewedAt) {

    /**
     * What the consent of a minor depends on or is limited to. Each means that a person has to look; sessions and days are counted,
     * and beyond them the minor's consent lets nothing new happen.
     */
    @Schema(name = "JurisdictionConditions")
    public record Conditions(
            @Min(1) @Max(1000) Integer maxSessions,
            @Min(1) @Max(3650) Integer maxDays,
            Boolean maturityFinding,
            Boolean excludesMedication) {}

    @JsonIgnore
    boolean isReviewed() {
        return reviewedBy != null && reviewedAt != null;
    }

    boolean holds(String jurisdiction, Topic about, LocalDate day) {
        return state.equals(jurisdiction)
                && topic.equals(about.name())
                && !day.isBefore(effectiveFrom)
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** Whether both would hold on some day. */
    boolean overlaps(JurisdictionRule other) {
        return state.equals(other.state)
                && topic.equals(other.topic)
                && (effectiveTo == null || !effectiveTo.isBefore(other.effectiveFrom))
                && (other.effectiveTo == null || !other.effectiveTo.isBefore(effectiveFrom));
    }
}
