package org.footbridge.notification.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** The span of time that is repaired. */
@Schema(
        name = "WebhookRepairRequest",
        description = "From when on, and until when; until now where no end is given.",
        examples = """
                {"since": "2026-11-02T15:00:00Z"}
                """)
public record RepairRequest(@NotNull Instant since, Instant until) {

    Instant until(Instant now) {
        return until == null ? now : until;
    }

    /** Fails with 422 where it ends before it begins. */
    RepairRequest checked() {
        if (until != null && !since.isBefore(until)) {
            throw new Problem(
                    CommonProblem.INVALID,
                    "1 fault(s), each with its place.",
                    List.of(new Fault("/until", "not-after-since", "The end must be after the beginning.")));
        }
        return this;
    }
}
