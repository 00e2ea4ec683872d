package org.footbridge.directory.search;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The terms as a body, so that what describes a student stands in no access log. */
@Schema(
        description =
                "The terms of a search; each may be left out. They mean what the query parameters of the same names mean.",
        examples =
                "{\"q\":\"worry at school\",\"age\":14,\"language\":[\"es\"],\"postalCode\":\"00410\",\"within\":25}")
public record SearchRequest(
        @Schema(maxLength = 200, examples = "grief group") String q,

        @Schema(maxItems = 10) List<String> concern,
        @Schema(maxItems = 10) List<String> care,

        @Schema(minimum = "0", maximum = "120", examples = "14")
        BigDecimal age,

        @Schema(maxLength = 2, description = "PK, K or 1 to 12.", examples = "9")
        String grade,

        @Schema(maxItems = 10, description = "ISO 639 codes; any of them.")
        List<String> language,

        @Schema(maxItems = 5, description = "medicaid, chip, private, sliding, none; any of them.")
        List<String> insurance,

        @Schema(maxItems = 3, description = "free, sliding, fee; any of them.")
        List<String> cost,

        @Schema(maxItems = 2, description = "in-person, telehealth; either of them.")
        List<String> mode,

        @Schema(maxItems = 3, description = "female, male, nonbinary; any of them.")
        List<String> clinicianGender,

        @Schema(maxItems = 10) List<String> accessibility,
        @Schema(maxItems = 10) List<String> school,

        @Schema(maxLength = 20, description = "`now`, or such as TU 15:00-18:00.", examples = "now")
        String open,

        @Schema(maxLength = 20, description = "HAS_CAPACITY or true: leave out services that are known to be full.")
        String capacity,

        Boolean accepting,
        @Schema(minimum = "0", maximum = "3650") Integer maxWaitDays,

        @Schema(maxLength = 40, description = "Latitude and longitude.", examples = "39.83,-98.58")
        String near,

        @Schema(maxLength = 16, examples = "00410") String postalCode,

        @Schema(minimum = "0.1", maximum = "20000", description = "Kilometres.", examples = "25")
        BigDecimal within,

        @Schema(description = "false leaves the counts out.")
        Boolean facets,

        @Schema(minimum = "1", maximum = "200") Integer limit,
        @Schema(maxLength = 2000) String cursor) {

    SearchParameters parameters() {
        SearchParameters parameters = new SearchParameters();
        parameters.q = q;
        parameters.concern = concern;
        parameters.care = care;
        parameters.age = age == null ? null : age.toPlainString();
        parameters.grade = grade;
        parameters.language = language;
        parameters.insurance = insurance;
        parameters.cost = cost;
        parameters.mode = mode;
        parameters.clinicianGender = clinicianGender;
        parameters.accessibility = accessibility;
        parameters.school = school;
        parameters.open = open;
        parameters.capacity = capacity;
        parameters.accepting = text(accepting);
        parameters.maxWaitDays = text(maxWaitDays);
        parameters.near = near;
        parameters.postalCode = postalCode;
        parameters.within = within == null ? null : within.toPlainString();
        parameters.facets = text(facets);
        parameters.limit = text(limit);
        parameters.cursor = cursor;
        return parameters;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
