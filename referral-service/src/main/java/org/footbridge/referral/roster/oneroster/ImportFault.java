package org.footbridge.referral.roster.oneroster;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One fault of a package and where it is. It tells what was expected and never what was found.
 *
 * @param file name of the file in the package; {@code null} where the package as a whole is at fault
 * @param row the record, counted from 1 for the header; {@code null} where no row is at fault
 * @param column {@code null} where no column is at fault
 * @param code what, for programs: kebab-case and stable
 */
@Schema(description = "One fault of a roster package and where it is; it never tells the value that was found.")
public record ImportFault(
        @Schema(maxLength = 100) String file,

        @Schema(description = "Counted from 1 for the header.")
        Integer row,

        @Schema(maxLength = 100) String column,
        @Schema(maxLength = 100) String code,
        @Schema(maxLength = 500) String expected) {}
