package org.footbridge.referral.placement;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** What became of each step. */
@Schema(description = "What became of each step, in the order of the request.")
public record BulkResponse(@Schema(maxItems = 100) List<Result> items) {

    /** One of them. */
    @Schema(name = "BulkResult")
    public record Result(
            UUID id,

            @Schema(minimum = "200", maximum = "599", description = "As the step's own operation would have answered.")
            int status,

            @Schema(description = "The new state, where it was done.")
            PlacementState state,

            @Schema(description = "The new version, where it was done.")
            Long version,

            @Schema(maxLength = 40, description = "The kind of problem, where it was not.", examples = "wrong-state")
            String problem,

            @Schema(maxLength = 500) String detail,

            @Schema(maxItems = 20, description = "Pointers are into the item.")
            List<Fault> errors) {}

    static Result done(Placement placement) {
        return new Result(placement.id(), 200, placement.state(), placement.version(), null, null, null);
    }

    static Result refused(UUID id, Problem problem) {
        return new Result(
                id,
                problem.type().status(),
                null,
                null,
                problem.type().slug(),
                problem.getMessage(),
                problem.faults().isEmpty() ? null : problem.faults());
    }
}
