package org.footbridge.referral;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.footbridge.common.testsupport.TestDatabase;

/** Counts published events by the gapless counters of their aggregates: the outbox itself is emptied by the relay. */
public record EventCounter(TestDatabase database) {
    private static final String OF_DISTRICT = """
            select coalesce(sum(last), 0) from aggregate_sequence where subject in (
                select id from person where tenant_id = ? union select id from school where tenant_id = ?
                union select id from district where id = ?)
            """;

    /** All events about a district, its schools and its people. */
    public long ofDistrict(UUID district) throws SQLException {
        return query(OF_DISTRICT, district, district, district);
    }

    /** Events about one person, school or district. */
    public long of(UUID subject) throws SQLException {
        return query("select coalesce(max(last), 0) from aggregate_sequence where subject = ?", subject);
    }

    /** One number. */
    public long query(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
