package org.footbridge.directory.truth;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever suggested something gets. */
@Schema(description = "An editor will look at it.")
record SuggestionReceipt(@Schema(required = true) UUID id) {}
