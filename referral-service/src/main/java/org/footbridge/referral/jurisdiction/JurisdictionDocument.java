package org.footbridge.referral.jurisdiction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** All rules. */
@Schema(name = "JurisdictionRules")
public record JurisdictionDocument(
        @Schema(description = "True for the sample that is shipped: nobody has reviewed it. Ignored when sent.")
        Boolean sample,

        @NotNull @Size(max = 500) List<@NotNull @Valid JurisdictionRule> rules) {

    /** 422 with every rule that contradicts itself or another. */
    void check() {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            JurisdictionRule rule = rules.get(i);
            if (rule.effectiveTo() != null && rule.effectiveTo().isBefore(rule.effectiveFrom())) {
                faults.add(
                        new Fault("/rules/" + i + "/effectiveTo", "before-start", "must not be before effectiveFrom"));
            }
            if ((rule.reviewedBy() == null) != (rule.reviewedAt() == null)) {
                faults.add(new Fault(
                        "/rules/" + i + "/reviewedAt", "half", "must be there together with reviewedBy, or neither"));
            }
            if (rules.subList(0, i).stream().anyMatch(rule::overlaps)) {
                faults.add(new Fault(
                        "/rules/" + i, "overlap", "must not hold on the days of another of its state and topic"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
    }
}
