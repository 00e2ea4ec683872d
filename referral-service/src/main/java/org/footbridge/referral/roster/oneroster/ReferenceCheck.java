package org.footbridge.referral.roster.oneroster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be seen only across rows and files: ids once, references that resolve, and what they may point at. */
final class ReferenceCheck {
    private static final String SOURCED_ID = "sourcedId";
    private static final String ORGS = "orgs";
    private static final String ROLES = "roles";
    private static final String USERS = "users";

    private final Map<String, Table> tables;
    private final Faults faults;
    private final Map<String, Map<String, Integer>> index = new HashMap<>();

    ReferenceCheck(Map<String, Table> tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
    }

    void check() {
        tables.forEach((file, table) -> index.put(file, ids(table)));
        tables.forEach((file, table) -> Format.COLUMNS.get(file).stream()
                .filter(Column::isReference)
                .forEach(column -> resolve(table, column)));
        requireType("enrollments", "schoolSourcedId", ORGS, "school");
        requireType("classes", "schoolSourcedId", ORGS, "school");
        requireType("courses", "schoolYearSourcedId", "academicSessions", "schoolYear");
        requireRoleAtPrimaryOrg();
        requireOwnProfile();
    }

    private Map<String, Integer> ids(Table table) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < table.size(); i++) {
            String id = table.cell(i, SOURCED_ID);
            if (id != null && rows.putIfAbsent(id, i) != null) {
                faults.add(table.fileName(), Table.rowNumber(i), SOURCED_ID, "duplicate", "each sourcedId once");
            }
        }
        return rows;
    }

    private void resolve(Table table, Column column) {
        Set<String> known = index.getOrDefault(column.detail(), Map.of()).keySet();
        for (int i = 0; i < table.size(); i++) {
            if (!known.containsAll(targets(table, i, column))) {
                faults.add(
                        table.fileName(),
                        Table.rowNumber(i),
                        column.name(),
                        "unresolved",
                        "sourcedIds of " + column.detail() + ".csv");
            }
        }
    }

    private static List<String> targets(Table table, int row, Column column) {
        String cell = table.cell(row, column.name());
        if (cell == null) {
            return List.of();
        }
        return column.kind() == Column.Kind.REFS ? Table.elements(cell) : List.of(cell);
    }

    /** Beyond the binding's text: where a class or an enrollment is held must be a school, and so on. */
    private void requireType(String file, String column, String targetFile, String type) {
        Table table = tables.getOrDefault(file, Table.empty(file));
        Table target = tables.getOrDefault(targetFile, Table.empty(targetFile));
        for (int i = 0; i < table.size(); i++) {
            String cell = table.cell(i, column);
            Integer found = cell == null ? null : index.get(targetFile).get(cell);
            if (found != null && !type.equals(target.cell(found, "type"))) {
                faults.add(table.fileName(), Table.rowNumber(i), column, "wrong-target", "a row of type " + type);
            }
        }
    }

    private void requireRoleAtPrimaryOrg() {
        Table roles = tables.getOrDefault(ROLES, Table.empty(ROLES));
        Set<List<String>> held = new HashSet<>();
        for (int i = 0; i < roles.size(); i++) {
            if (roles.cell(i, "userSourcedId") != null && roles.cell(i, "orgSourcedId") != null) {
                held.add(List.of(roles.cell(i, "userSourcedId"), roles.cell(i, "orgSourcedId")));
            }
        }
        Table users = tables.getOrDefault(USERS, Table.empty(USERS));
        for (int i = 0; i < users.size(); i++) {
            String user = users.cell(i, SOURCED_ID);
            String org = users.cell(i, "primaryOrgSourcedId");
            if (user != null && org != null && !held.contains(List.of(user, org))) {
                faults.add(
                        users.fileName(),
                        Table.rowNumber(i),
                        "primaryOrgSourcedId",
                        "no-role-there",
                        "an organization where the user has a role");
            }
        }
    }

    private void requireOwnProfile() {
        Table roles = tables.getOrDefault(ROLES, Table.empty(ROLES));
        Table profiles = tables.getOrDefault("userProfiles", Table.empty("userProfiles"));
        for (int i = 0; i < roles.size(); i++) {
            String profile = roles.cell(i, "userProfileSourcedId");
            Integer found = profile == null
                    ? null
                    : index.getOrDefault("userProfiles", Map.of()).get(profile);
            if (found != null
                    && roles.cell(i, "userSourcedId") != null
                    && !roles.cell(i, "userSourcedId").equals(profiles.cell(found, "userSourcedId"))) {
                faults.add(
                        roles.fileName(),
                        Table.rowNumber(i),
                        "userProfileSourcedId",
                        "wrong-target",
                        "a profile of the same user");
            }
        }
    }
}
