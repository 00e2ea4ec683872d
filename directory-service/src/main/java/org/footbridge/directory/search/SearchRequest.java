package org.footbridge.directory.search;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The terms as a body, so that what describes a student stands in no access log. */
@Schema(description = "The terms of a search; each may be left out.")
public record SearchRequest(
        @Schema(maxLength = 200, examples = "grief group") String q,

        @Schema(minimum = "0", maximum = "120", examples = "14")
        BigDecimal age,

        @Schema(maxItems = 10, description = "ISO 639 codes; any of them.")
        List<String> language,

        @Schema(maxItems = 5, description = "medicaid, chip, private, sliding, none; any of them.")
        List<String> insurance,

        @Schema(maxLength = 20, description = "HAS_CAPACITY or true: leave out services that are known to be full.")
        String capacity,

        @Schema(maxLength = 40, description = "Latitude and longitude.", examples = "39.83,-98.58")
        String near,

        @Schema(minimum = "1", maximum = "200") Integer limit,
        @Schema(maxLength = 500) String cursor) {

    SearchParameters parameters() {
        SearchParameters parameters = new SearchParameters();
        parameters.q = q;
        parameters.age = age == null ? null : age.toPlainString();
        parameters.language = language;
        parameters.insurance = insurance;
        parameters.capacity = capacity;
        parameters.near = near;
        parameters.limit = limit == null ? null : limit.toString();
        parameters.cursor = cursor;
        return parameters;
    }
}
