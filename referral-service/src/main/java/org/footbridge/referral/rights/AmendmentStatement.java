package org.footbridge.referral.rights;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the family wants to stand beside the record. */
record AmendmentStatement(@NotBlank @Size(max = 2000) String statement) {}
