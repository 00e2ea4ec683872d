package org.footbridge.directory.search;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The terms as query parameters. Checked by {@link SearchTermsReader}, which names all faults at once. */
class SearchParameters {
    @QueryParam("q")
    @Parameter(
            description =
                    "Words of the need, of the service or of its organization. All of them should be there; `or` between two"
                            + " means either, a hyphen before one means without. Mistyped words are corrected, accents do not matter.",
            schema = @Schema(maxLength = 200),
            example = "grief group")
    String q;

    @QueryParam("concern")
    @Parameter(
            description = "Code of the taxonomy Focus, such as anxiety; several mean any of them.",
            schema = @Schema(maxItems = 10, examples = "[\"anxiety\"]"))
    List<String> concern;

    @QueryParam("care")
    @Parameter(
            description = "Code of the taxonomy Type of care, such as group; several mean any of them.",
            schema = @Schema(maxItems = 10, examples = "[\"group\"]"))
    List<String> care;

    @QueryParam("age")
    @Parameter(
            description = "Age in years.",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "120"),
            example = "14")
    String age;

    @QueryParam("grade")
    @Parameter(
            description = "School grade instead of an age: PK, K or 1 to 12.",
            schema = @Schema(maxLength = 2),
            example = "9")
    String grade;

    @QueryParam("language")
    @Parameter(
            description = "ISO 639 code; several mean any of them.",
            schema = @Schema(maxItems = 10, examples = "[\"es\"]"))
    List<String> language;

    @QueryParam("insurance")
    @Parameter(
            description =
                    "medicaid, chip, private, sliding or none; several mean any of them. `none` finds free and sliding-fee services.",
            schema = @Schema(maxItems = 5, examples = "[\"medicaid\"]"))
    List<String> insurance;

    @QueryParam("cost")
    @Parameter(
            description = "free, sliding or fee; several mean any of them.",
            schema = @Schema(maxItems = 3, examples = "[\"free\"]"))
    List<String> cost;

    @QueryParam("mode")
    @Parameter(
            description = "in-person or telehealth; both mean either.",
            schema = @Schema(maxItems = 2, examples = "[\"telehealth\"]"))
    List<String> mode;

    @QueryParam("clinicianGender")
    @Parameter(
            description = "female, male or nonbinary; several mean any of them.",
            schema = @Schema(maxItems = 3, examples = "[\"female\"]"))
    List<String> clinicianGender;

    @QueryParam("accessibility")
    @Parameter(
            description = "Code such as step-free-entrance; several mean any of them. `facets` lists the codes in use.",
            schema = @Schema(maxItems = 10, examples = "[\"step-free-entrance\"]"))
    List<String> accessibility;

    @QueryParam("school")
    @Parameter(
            description = "Id of a school that the service should serve.",
            schema = @Schema(maxItems = 10, examples = "[\"01980000-0000-7000-8000-000000005c01\"]"))
    List<String> school;

    @QueryParam("open")
    @Parameter(
            description = "`now`, or a weekday and a span in the wall-clock time of the place.",
            schema = @Schema(maxLength = 20),
            example = "TU 15:00-18:00")
    String open;

    @QueryParam("capacity")
    @Parameter(
            description = "`HAS_CAPACITY` or `true` leaves out services that are known to be full.",
            schema = @Schema(maxLength = 20),
            example = "HAS_CAPACITY")
    String capacity;

    @QueryParam("accepting")
    @Parameter(
            description = "`true` leaves out services that are known to accept nobody, not even on a waiting list.",
            schema = @Schema(type = SchemaType.BOOLEAN),
            example = "true")
    String accepting;

    @QueryParam("maxWaitDays")
    @Parameter(
            description = "Leaves out services that are known to have a longer wait.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "3650"),
            example = "30")
    String maxWaitDays;

    @QueryParam("near")
    @Parameter(
            description = "Latitude and longitude; the nearest come first.",
            schema = @Schema(maxLength = 40),
            example = "39.83,-98.58")
    String near;

    @QueryParam("postalCode")
    @Parameter(
            description = "Instead of `near`: the middle of this postal code, a country before it where it is not US.",
            schema = @Schema(maxLength = 16),
            example = "00410")
    String postalCode;

    @QueryParam("within")
    @Parameter(
            description = "Kilometres from `near` or `postalCode`. Services by video or telephone stay.",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0.1", maximum = "20000"),
            example = "25")
    String within;

    @QueryParam("facets")
    @Parameter(
            description = "`false` leaves the counts out. They come with the first page only.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String facets;

    @QueryParam("limit")
    @Parameter(
            description = "Items in a page; 50 when absent.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "`next` of the page before.", schema = @Schema(maxLength = 2000))
    String cursor;
}
