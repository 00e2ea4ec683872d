package org.footbridge.common.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as PostgreSQL's catalogue knows it.
 *
 * @param name with its schema unless that is {@code public}
 * @param kind {@code relkind} of {@code pg_class}: materialized views hold rows too, and know no row-level security
 * @param secured whether row-level security is switched on
 * @param forced whether it binds the owner too
 * @param policies number of policies
 * @param hasTenant whether there is a column {@code tenant_id}
 */
record GuardedTable(String name, String kind, boolean secured, boolean forced, int policies, boolean hasTenant) {

    private static final String ALL = """
            select case when n.nspname = 'public' then '' else quote_ident(n.nspname) || '.' end || quote_ident(c.relname),
                   c.relkind, c.relrowsecurity, c.relforcerowsecurity,
                   (select count(*) from pg_policy p where p.polrelid = c.oid),
                   exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'm', 'f')
               and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
               and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
               and not (c.relispartition and c.relrowsecurity and c.relforcerowsecurity
                 and not exists (select from pg_policy p where p.polrelid = c.oid))
             order by 1""";

    private static final String ROLE = """
            select rolsuper or rolbypassrls,
                   exists (select from pg_class c where c.relowner = r.oid),
                   pg_has_role(r.oid, (select o.oid from pg_roles o where o.rolname = ?), 'member')
              from pg_roles r where r.rolname = ?""";

    static List<GuardedTable> all(Connection connection) throws SQLException {
        List<GuardedTable> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                tables.add(new GuardedTable(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getInt(5),
                        row.getBoolean(6)));
            }
        }
        return tables;
    }

    /** What would let the run-time role walk round the policies. */
    static List<String> roleFaults(Connection connection, Provisioning provisioning) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ROLE)) {
            statement.setString(1, provisioning.owner());
            statement.setString(2, provisioning.app());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(1) || row.getBoolean(2) || row.getBoolean(3)) {
                    faults.add(provisioning.app() + ": bypasses row-level security, owns a table or is the owner");
                }
            }
        }
        return faults;
    }

    List<String> guardFaults() {
        List<String> faults = new ArrayList<>();
        if (!secured) {
            faults.add(name + ": no row-level security, and not on the reviewed list");
        } else if (!forced) {
            faults.add(name + ": row-level security is not forced, so it does not bind the owner");
        }
        if (secured && policies == 0) {
            faults.add(name + ": has no policy");
        }
        return faults;
    }
}
