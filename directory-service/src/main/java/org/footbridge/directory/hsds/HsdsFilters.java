package org.footbridge.directory.hsds;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What narrows the lists of services, organizations and service-at-locations; combined they narrow further. */
class HsdsFilters {

    /** By classification. */
    static class ByTerm {
        @QueryParam("taxonomy_term_id")
        @Parameter(description = "Only what carries this term.", schema = @Schema(format = "uuid"))
        String taxonomyTermId;

        @QueryParam("taxonomy_id")
        @Parameter(description = "Only what carries any term of this taxonomy.", schema = @Schema(format = "uuid"))
        String taxonomyId;

        @QueryParam("full")
        @Parameter(description = "Nested records instead of short ones.", schema = @Schema(type = SchemaType.BOOLEAN))
        String full;
    }

    /** By organization and time. */
    static class ByOwner {
        @QueryParam("organization_id")
        @Parameter(description = "Only of this organization.", schema = @Schema(format = "uuid"))
        String organizationId;

        @QueryParam("modified_after")
        @Parameter(
                description = "Only what changed here at or after this time.",
                schema = @Schema(format = "date-time"))
        String modifiedAfter;
    }

    /** By place. */
    static class ByPlace {
        @QueryParam("postcode")
        @Parameter(
                description =
                        "Only what serves this postal code: by its service area where it names one, else by its address.",
                schema = @Schema(maxLength = 12))
        String postcode;

        @QueryParam("proximity")
        @Parameter(
                description = "With `postcode`: only what is within so many metres of the middle of the postal code.",
                schema = @Schema(maxLength = 8))
        String proximity;
    }

    /** Of taxonomy terms. */
    static class OfTerms {
        @QueryParam("taxonomy_id")
        @Parameter(description = "Only terms of this taxonomy.", schema = @Schema(format = "uuid"))
        String taxonomyId;

        @QueryParam("parent_id")
        @Parameter(description = "Only children of this term.", schema = @Schema(format = "uuid"))
        String parentId;

        @QueryParam("top_only")
        @Parameter(description = "Only terms without a parent.", schema = @Schema(type = SchemaType.BOOLEAN))
        String topOnly;
    }

    private HsdsFilters() {}
}
