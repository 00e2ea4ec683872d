package org.footbridge.directory.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.directory.importing.format.MappedFields;
import org.footbridge.directory.importing.format.TableMapping;

/** What the columns of a source's tables mean. */
@Schema(
        name = "ColumnMapping",
        description = "What the columns of a source's CSV or XLSX files mean. A row is one service at one place.",
        examples =
                "{\"columns\":[{\"column\":\"Agency\",\"field\":\"organization.name\"},{\"column\":\"Program\",\"field\":"
                        + "\"service.name\"},{\"column\":\"Open?\",\"field\":\"service.status\",\"values\":{\"Y\":\"active\",\"N\":"
                        + "\"inactive\"}}],\"constants\":{\"location.country\":\"US\"}}")
public record ColumnMapping(
        @Schema(description = "The sheet of a workbook; the first without.") @Size(max = 100)
        String sheet,

        @Schema(required = true, description = "Columns that are not named are left out with a warning.")
        @NotEmpty
        @Size(max = 200)
        List<@Valid Column> columns,

        @Schema(description = "Field and value of every row that does not say it itself.") @Size(max = 50)
        Map<String, @Size(max = 1000) String> constants) {

    /** A column. */
    @Schema(name = "MappedColumn")
    public record Column(
            @Schema(required = true, description = "Its header.") @NotBlank @Size(max = 200)
            String column,

            @Schema(
                    required = true,
                    description = "`organization.`, `service.` or `location.` and a member of HSDS, such as"
                            + " `service.minimum_age`; or `key`, which tells records apart; `service.languages` and"
                            + " `service.insurance` are lists.")
            @NotBlank
            @Size(max = 60)
            String field,

            @Schema(description = "What stands between the items of a list; a semicolon without.") @Size(max = 5)
            String separator,

            @Schema(description = "What cells mean, where that is not what they say.") @Size(max = 500)
            Map<@Size(max = 200) String, @Size(max = 1000) String> values) {

        private String between() {
            return separator == null || separator.isEmpty() ? ";" : separator;
        }
    }

    /** As the readers of tables want it. */
    TableMapping forReading() {
        List<TableMapping.Column> read = columns.stream()
                .map(column -> new TableMapping.Column(
                        column.column(),
                        column.field(),
                        column.between(),
                        column.values() == null ? Map.of() : column.values()))
                .toList();
        return new TableMapping(sheet, read, constants == null ? Map.of() : constants);
    }

    /** Fields that do not exist or come twice, and what a service cannot be without. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        Set<String> mapped = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String field = columns.get(i).field();
            if (!MappedFields.isKnown(field)) {
                faults.add(new Fault("/mapping/columns/" + i + "/field", "unknown-field", "There is no such field."));
            } else if (!mapped.add(field)) {
                faults.add(new Fault("/mapping/columns/" + i + "/field", "field-twice", "Another column means this."));
            }
        }
        if (constants != null) {
            constants.keySet().stream()
                    .filter(field -> !MappedFields.isKnown(field))
                    .forEach(field -> faults.add(
                            new Fault("/mapping/constants/" + field, "unknown-field", "There is no such field.")));
            mapped.addAll(constants.keySet());
        }
        for (String needed : List.of("organization.name", "service.name")) {
            if (!mapped.contains(needed)) {
                faults.add(new Fault("/mapping/columns", "required", "No column says " + needed + "."));
            }
        }
        return faults;
    }
}
