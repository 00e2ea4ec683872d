package org.footbridge.referral.servicelevel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.referral.Urgency;

/** Limits by urgency and step. */
@Schema(
        name = "ServiceLevels",
        description = "How long each step may take, by urgency. What is left out follows the defaults of the field.",
        examples = "{\"limits\": {\"ROUTINE\": {\"TRIAGE\": {\"amount\": 2, \"unit\": \"SCHOOL_DAYS\"}}}}")
record ServiceLevelDocument(
        @Schema(required = true) @NotNull
        Map<@NotNull Urgency, @NotNull Map<@NotNull ClockKind, @NotNull @Valid TimeLimit>> limits) {
    private static final Set<TimeLimit.Unit> OF_THE_CLOCK = EnumSet.of(TimeLimit.Unit.MINUTES, TimeLimit.Unit.HOURS);

    /**
     * Checks what the annotations cannot see.
     *
     * @throws Problem 422: a crisis uses no calendar (decision 17)
     */
    void check() {
        List<Fault> faults = new ArrayList<>();
        limits.getOrDefault(Urgency.CRISIS, Map.of()).forEach((kind, limit) -> {
            if (!OF_THE_CLOCK.contains(limit.unit())) {
                faults.add(new Fault(
                        "/limits/CRISIS/" + kind + "/unit", "no-calendar", "must be MINUTES or HOURS in a crisis"));
            }
        });
        limits.forEach((urgency, each) -> {
            each.keySet().stream()
                    .filter(kind -> urgency != Urgency.CRISIS && kind.isOfACrisisAlone())
                    .forEach(kind -> faults.add(new Fault(
                            "/limits/" + urgency + "/" + kind, "crisis-only", "is a limit of a crisis alone")));
        });
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, "The limits cannot be set so.", faults);
        }
    }
}
