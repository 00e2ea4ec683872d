package org.footbridge.directory.hsds;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the body of the lists by POST: parameters of GET by their names. */
@Schema(
        name = "HsdsSearch",
        description =
                "Parameters of the list as members, each a single value: `search`, `page`, `per_page`, `taxonomy_term_id` and so on.",
        additionalProperties = String.class,
        examples = "{\"search\":\"grief\",\"per_page\":\"20\"}")
interface HsdsSearch {
    @Schema(maxLength = 200)
    String getSearch();
}
