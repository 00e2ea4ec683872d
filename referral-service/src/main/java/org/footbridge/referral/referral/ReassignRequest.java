package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which referrals go to another coordinator. */
@Schema(
        examples = "{\"from\": \"01980000-0000-7000-8000-000000009002\","
                + " \"to\": \"01980000-0000-7000-8000-000000009004\"}")
public record ReassignRequest(
        @Schema(description = "Whose they must be. Needed without ids: all open ones of this person, page by page.")
        UUID from,

        @Schema(description = "A person of the roster who coordinates at the referrals' schools today.") @NotNull
        UUID to,

        @Size(min = 1, max = 200) List<@NotNull UUID> ids,

        @Schema(description = "`next` of the answer before, with the same from and to.") @Size(max = 500)
        String cursor) {}
