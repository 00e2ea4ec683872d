package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.consent.Purpose;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.disclosure.LegalBasis;
import org.footbridge.referral.disclosure.Release;
import org.footbridge.referral.referral.OneOf;

/** A release without a consent: one decision about one placement, never a rule. */
@Schema(description = "What is released, to whom, by which right and why.", examples = """
                {"serviceId":"01980000-0000-7000-8000-00000000b001","basis":"HEALTH_SAFETY",
                 "scope":["IDENTITY","CONTACT","CONCERNS"],"purpose":"TREATMENT",
                 "threatDescription":"Said today that he will hurt himself tonight and has the means.",
                 "reason":"No guardian can be reached; the mobile team needs to know whom to look for."}""")
public record ReleaseRequest(
        @Schema(description = "A service of the directory; its agency is the recipient.") @NotNull
        UUID serviceId,

        @Schema(
                type = SchemaType.STRING,
                enumeration = {"HEALTH_SAFETY", "COURT_ORDER"})
        @NotNull
        @OneOf(LegalBasis.class)
        String basis,

        @Schema(type = SchemaType.ARRAY, implementation = RecordScope.class) @NotEmpty @Size(max = 10)
        List<@NotNull @OneOf(RecordScope.class) String> scope,

        @Schema(type = SchemaType.STRING, implementation = Purpose.class) @NotNull @OneOf(Purpose.class)
        String purpose,

        @Schema(description = "Needed for HEALTH_SAFETY: the articulable and significant threat.") @Size(max = 2000)
        String threatDescription,

        @Schema(description = "Why without a consent; for COURT_ORDER with the order's number.")
        @NotBlank
        @Size(max = 1000)
        String reason) {

    /**
     * What is released.
     *
     * @throws Problem 422 where the right does not carry it
     */
    Release release() {
        List<Fault> faults = new ArrayList<>();
        LegalBasis right = LegalBasis.valueOf(basis);
        if (right == LegalBasis.CONSENT) {
            faults.add(new Fault("/basis", "not-here", "must be HEALTH_SAFETY or COURT_ORDER"));
        }
        if (right == LegalBasis.HEALTH_SAFETY && (threatDescription == null || threatDescription.isBlank())) {
            faults.add(new Fault("/threatDescription", "needed", "is needed for HEALTH_SAFETY"));
        }
        if (parts().contains(RecordScope.PART2)) {
            faults.add(new Fault("/scope", "part2", "must not hold PART2: only a consent that names it releases that"));
        }
        if (parts().contains(RecordScope.FEEDBACK)) {
            faults.add(new Fault("/scope", "feedback", "must not hold FEEDBACK: only a consent lets the agency tell"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
        return new Release(right, null, parts(), Purpose.valueOf(purpose), reason, threatDescription);
    }

    private Set<RecordScope> parts() {
        EnumSet<RecordScope> parts = EnumSet.noneOf(RecordScope.class);
        scope.stream().map(RecordScope::valueOf).forEach(parts::add);
        return parts;
    }
}
