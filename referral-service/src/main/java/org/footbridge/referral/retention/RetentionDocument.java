package org.footbridge.referral.retention;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** What a district has decided about keeping. */
@Schema(
        name = "RetentionPolicies",
        description = "How long a district keeps what a referral says. What stands in no policy is kept for ever.",
        examples = "{\"policies\": [{\"recordClass\": \"REFERRAL_SERVED\", \"trigger\": \"CLOSED\", \"years\": 7}]}")
record RetentionDocument(
        @NotNull @Size(max = 10) List<@NotNull @Valid RetentionPolicy> policies,

        @Schema(description = "Destroy what is due each night. Without it, only on request.")
        Boolean automatic) {

    static final RetentionDocument NONE = new RetentionDocument(List.of(), null);

    /** Whether nobody has to ask for it. */
    boolean runsByItself() {
        return Boolean.TRUE.equals(automatic);
    }

    /**
     * Checks what the annotations cannot see.
     *
     * @throws Problem 422 where a class has two policies
     */
    void check() {
        Set<RecordClass> seen = EnumSet.noneOf(RecordClass.class);
        for (int i = 0; i < policies.size(); i++) {
            if (!seen.add(policies.get(i).recordClass())) {
                throw new Problem(
                        CommonProblem.INVALID,
                        "1 fault(s), each with its place.",
                        List.of(new Fault(
                                "/policies/" + i + "/recordClass", "twice", "must stand in one policy only")));
            }
        }
    }
}
