package org.footbridge.directory.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import wrote, by kind of record. */
@Schema(
        name = "ImportRunCounts",
        description = "How many records of each kind were new, changed or the same as before.")
record ImportCounts(
        @Schema(required = true) ImportReport.Counts organizations,
        @Schema(required = true) ImportReport.Counts services,
        @Schema(required = true) ImportReport.Counts locations,
        @Schema(required = true) ImportReport.Counts serviceAtLocations,
        @Schema(required = true) ImportReport.Counts capacities,
        @Schema(required = true) ImportReport.Counts taxonomies,
        @Schema(required = true) ImportReport.Counts taxonomyTerms,

        @Schema(required = true, description = "Records that belong to nothing here, kept for exports.")
        ImportReport.Counts others) {

    ImportCounts withOthers(ImportReport.Counts counted) {
        return new ImportCounts(
                organizations, services, locations, serviceAtLocations, capacities, taxonomies, taxonomyTerms, counted);
    }
}
