package org.footbridge.directory.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.paging.Paged;
import org.footbridge.directory.crisis.CrisisLineResponse;

/** One page of what a search found, and how it came about. */
@Schema(name = "ServiceHits", description = "Services that may fit, the best first.")
record SearchAnswer(
        @Schema(required = true, maxItems = 200) List<SearchHit> items,

        @Schema(maxLength = 2000, description = "Cursor of the next page; absent on the last one.")
        String next,

        @Schema(
                required = true,
                maxItems = 10,
                description = "What the order is made of, the weightiest first.",
                examples = "[\"unknown criteria\",\"distance\",\"words\",\"wait\",\"id\"]")
        List<String> orderedBy,

        @Schema(minimum = "0", description = "How many fit; on the first page, unless `facets` is false.")
        Long total,

        @Schema(maxItems = 20, description = "On the first page, unless `facets` is false.")
        List<FacetCounts.Group> facets,

        @Schema(description = "Absent where no words were given.")
        UnderstoodText text,

        @Schema(maxItems = 200, description = "Whom to call now; there where the words name a danger.")
        List<CrisisLineResponse> crisis)
        implements Paged {

    /** The same with how many fit. */
    SearchAnswer with(FacetCounts counts) {
        return new SearchAnswer(items, next, orderedBy, counts.total(), counts.groups(), text, crisis);
    }

    /** The same with whom to call. */
    SearchAnswer with(List<CrisisLineResponse> lines) {
        return new SearchAnswer(items, next, orderedBy, total, facets, text, lines);
    }
}
