package org.footbridge.common.testsupport;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Proves for every table of a service's database that the database itself hides what the caller may not see (decision
 * 16). The tables come from the catalogue, so a new one cannot be forgotten: it has forced row-level security with a
 * policy and rows to prove it on, or it stands on the reviewed list with the reason.
 *
 * <p>What a caller sees is an SQL condition over the table in which {@code :caller} is his or her id. A table with a
 * column {@code tenant_id} needs none: a district sees its own rows, agencies, the platform and nobody see none.
 */
public final class RowLevelSecurity {

    private static final String NOTHING = "false";
    private static final String ALL_ZEROS = "'00000000-0000-0000-0000-000000000000'::uuid";

    private final TestDatabase database;
    private final Map<String, String> reviewed = new TreeMap<>();
    private final Map<CallerKind, Map<String, String>> visible = new EnumMap<>(CallerKind.class);
    private final List<String> plants = new ArrayList<>();

    private RowLevelSecurity(TestDatabase database) {
        this.database = database;
        for (CallerKind kind : CallerKind.values()) {
            visible.put(kind, new LinkedHashMap<>());
        }
    }

    /** A check of {@code database}, migrated; nothing is reviewed yet. */
    public static RowLevelSecurity of(TestDatabase database) {
        return new RowLevelSecurity(database);
    }

    /** Puts a table on the reviewed list of those without row-level security. */
    public RowLevelSecurity reviewed(String table, String reason) {
        reviewed.put(table, reason);
        return this;
    }

    /** The tables of {@code common/persistence} and {@code common/messaging}; plants answers of all four parties. */
    public RowLevelSecurity withCommonTables() {
        reviewed("flyway_schema_history", "versions of the migrations");
        reviewed("outbox", "ids, codes and times that wait for the relay (decision 15)");
        reviewed("inbox", "ids of events (decision 15)");
        reviewed("aggregate_sequence", "a counter per aggregate (decision 15)");
        for (UUID owner : List.of(
                DemoTokens.PRAIRIE_VIEW, DemoTokens.EASTFIELD, DemoTokens.HARBOR_LIGHT, DemoTokens.CEDAR_PATH)) {
            plant(answerOf("'" + owner + "'"));
        }
        plant(answerOf(ALL_ZEROS));
        return tenantSees("idempotency_key", "owner_id = :caller")
                .agencySees("idempotency_key", "owner_id = :caller")
                .platformSees("idempotency_key", "owner_id = " + ALL_ZEROS);
    }

    /** A statement that the superuser runs before the check, to have rows to prove it on. */
    public RowLevelSecurity plant(String sql) {
        plants.add(sql);
        return this;
    }

    /** What a district sees of a table; {@code false} for nothing. */
    public RowLevelSecurity tenantSees(String table, String condition) {
        return sees(CallerKind.TENANT, table, condition);
    }

    /** What an agency sees of a table, such as {@code agency_id = :caller}. */
    public RowLevelSecurity agencySees(String table, String condition) {
        return sees(CallerKind.AGENCY, table, condition);
    }

    /** What the platform's administrator sees of a table. */
    public RowLevelSecurity platformSees(String table, String condition) {
        return sees(CallerKind.PLATFORM, table, condition);
    }

    /** What is seen by everybody, even when no caller is set, such as public facts; {@code true} for all rows. */
    public RowLevelSecurity everybodySees(String table, String condition) {
        for (CallerKind kind : CallerKind.values()) {
            sees(kind, table, condition);
        }
        return this;
    }

    /**
     * Fails with every table that is not guarded, and with whatever a caller sees too much or too little of.
     *
     * @throws AssertionError with all faults
     */
    public void check() throws SQLException {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new AssertionError("row-level security:\n  " + String.join("\n  ", faults));
        }
    }

    List<String> faults() throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Connection app = database.connectAsApp()) {
            for (String sql : plants) {
                execute(superuser, sql);
            }
            List<GuardedTable> tables = GuardedTable.all(superuser);
            List<String> faults = new ArrayList<>(GuardedTable.roleFaults(superuser, database.provisioning()));
            faults.addAll(staleReviews(tables));
            for (GuardedTable table : tables) {
                if (!reviewed.containsKey(table.name())) {
                    faults.addAll(table.guardFaults());
                    faults.addAll(visibilityFaults(superuser, app, table));
                }
            }
            return faults;
        }
    }

    private RowLevelSecurity sees(CallerKind kind, String table, String condition) {
        visible.get(kind).put(table, condition);
        return this;
    }

    private List<String> staleReviews(List<GuardedTable> tables) {
        Set<String> names =
                new TreeSet<>(tables.stream().map(GuardedTable::name).toList());
        List<String> faults = new ArrayList<>();
        for (CallerKind kind : CallerKind.values()) {
            visible.get(kind).keySet().stream()
                    .filter(name -> !names.contains(name) && !name.equals("idempotency_key"))
                    .map(name -> name + ": a condition is given, and there is no such table")
                    .forEach(faults::add);
        }
        tables.stream()
                .filter(table -> reviewed.containsKey(table.name()) && table.secured())
                .map(table -> table.name() + ": stands on the reviewed list although it has row-level security")
                .forEach(faults::add);
        return faults;
    }

    private List<String> visibilityFaults(Connection superuser, Connection app, GuardedTable table)
            throws SQLException {
        List<String> faults = new ArrayList<>();
        for (CallerKind kind : CallerKind.values()) {
            Optional<String> condition = condition(kind, table);
            if (condition.isEmpty()) {
                faults.add(table.name() + ": has no tenant_id; say what a " + kind + " sees of it");
                continue;
            }
            for (String caller : kind.samples()) {
                compare(superuser, app, table, kind, caller, condition.get()).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private Optional<String> condition(CallerKind kind, GuardedTable table) {
        String given = visible.get(kind).get(table.name());
        if (given != null) {
            return Optional.of(given);
        }
        if (kind != CallerKind.TENANT) {
            return Optional.of(NOTHING);
        }
        return table.hasTenant() ? Optional.of("tenant_id = :caller") : Optional.empty();
    }

    private static Optional<String> compare(
            Connection superuser, Connection app, GuardedTable table, CallerKind kind, String caller, String condition)
            throws SQLException {
        String select = "select ctid::text from " + table.name();
        Set<String> allowed =
                rows(superuser, select + " where " + condition.replace(":caller", "'" + caller + "'::uuid"));
        if (allowed.isEmpty() && !condition.equals(NOTHING)) {
            return Optional.of(table.name() + ": no row that " + kind.describe(caller)
                    + " may see, so nothing is proven; plant one");
        }
        app.setAutoCommit(false);
        kind.enter(app, caller);
        Set<String> seen = rows(app, select);
        app.rollback();
        if (seen.equals(allowed)) {
            return Optional.empty();
        }
        long foreign = seen.stream().filter(row -> !allowed.contains(row)).count();
        return Optional.of("%s: %s sees %d rows of %d, and %d that are none of theirs"
                .formatted(table.name(), kind.describe(caller), seen.size() - foreign, allowed.size(), foreign));
    }

    private static Set<String> rows(Connection connection, String query) throws SQLException {
        Set<String> rows = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answerOf(String owner) {
        return "insert into idempotency_key (owner_id, client, subject, route, key, request_hash, status, created_at)"
                + " values (" + owner + ", 'planted', 'planted', 'POST /planted', 'planted', '', 201, now())"
                + " on conflict do nothing";
    }
}
