package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** Why nobody will serve it. */
public record CloseRequest(
        @Schema(type = SchemaType.STRING, implementation = CloseCode.class, examples = "NO_PROVIDER_FOUND")
        @NotNull
        @OneOf(CloseCode.class)
        String code,

        @Schema(
                description = "Stays in the history. Needed with OTHER, and for a CRISIS whatever the code.",
                examples = "All three providers are full until June; the school counselor goes on.")
        @Size(max = 2000)
        String text) {

    CloseCode reason() {
        return CloseCode.valueOf(code);
    }

    /** Only a human may close a crisis, and says in words why it is none any more. */
    void requireWords(Urgency urgency) {
        boolean needed = urgency == Urgency.CRISIS || reason() == CloseCode.OTHER;
        if (needed && (text == null || text.isBlank())) {
            String why = urgency == Urgency.CRISIS ? "is needed to close a crisis" : "is needed with the code OTHER";
            throw new Problem(
                    CommonProblem.INVALID,
                    "1 fault(s), each with its place.",
                    List.of(new Fault("/text", "needed", why)));
        }
    }
}
