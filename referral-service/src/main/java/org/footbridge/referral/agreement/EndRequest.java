package org.footbridge.referral.agreement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an agreement is ended. */
record EndRequest(@NotBlank @Size(max = 500) String reason) {}
