package org.footbridge.referral.roster.imports;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import read and what it changed.
 *
 * @param rows rows read, by file
 */
@Schema(description = "Rows read by file, and what the import changed.")
record ImportCounts(
        Map<String, Integer> rows,
        Change schools,
        Change students,
        Change staff,
        Change guardians,
        Change roles,
        Change guardianships) {

    /** People and schools are withdrawn and kept; roles are removed. */
    @Schema(name = "ImportChange")
    record Change(int added, int changed, int withdrawn) {
        static final Change NONE = new Change(0, 0, 0);

        Change plus(Change other) {
            return new Change(added + other.added, changed + other.changed, withdrawn + other.withdrawn);
        }
    }
}
