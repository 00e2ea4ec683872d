package org.footbridge.referral.concern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.CrisisHelp;

/** All that who leaves a concern gets to know. */
@Schema(description = "A receipt to name on the phone, and whom to call when it cannot wait.")
record ConcernReceipt(
        @Schema(maxLength = 10, pattern = "^[0-9A-HJKMNP-TV-Z]{10}$", examples = "4H8Z1QW0TD")
        String receipt,

        CrisisHelp crisis) {}
