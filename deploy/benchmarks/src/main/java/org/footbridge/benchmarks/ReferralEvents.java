package org.footbridge.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.EventJson;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.local.demo.World;

/**
 * Commits events of placements at the demo's agency in referral-service's own outbox, as its transactions do, and wakes the
 * relay as its other copies do. So the way is measured from the commit on, and not the making of the change before it.
 */
final class ReferralEvents implements AutoCloseable {
    /** As long as a body that an agency gets. */
    static final String BODY =
            "{\"type\":\"referral.sent.v1\",\"timestamp\":\"2026-11-02T15:00:00.000Z\",\"data\":{\"placementId\":"
                    + "\"01980000-0000-7000-8000-0000000000b1\",\"state\":\"SENT\",\"links\":{\"placement\":"
                    + "\"/api/v1/placements/01980000-0000-7000-8000-0000000000b1\"}}}";

    private static final UUID TENANT = UUID.fromString("01980000-0000-7000-8000-00000000d001");
    private static final UUID AGENCY = UUID.fromString(World.AGENCY);
    private static final String INSERT = """
            insert into outbox (id, topic, subject, type, occurred_at, tenant_id, agency_id, sequence, data)
            values (?, ?, ?, ?, ?, ?, ?, 1, ?)
            """;

    private final Connection connection;

    ReferralEvents(TestDatabase database) throws SQLException {
        connection = database.connectAsSuperuser();
        connection.setAutoCommit(false);
    }

    /** One event in a transaction of its own; returns its id. */
    String commitOne() throws SQLException {
        UUID id = Ids.next();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            fill(insert, id);
            insert.executeUpdate();
        }
        commit();
        return id.toString();
    }

    void commitMany(int count) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < count; i++) {
                fill(insert, Ids.next());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        commit();
    }

    private void commit() throws SQLException {
        try (Statement notify = connection.createStatement()) {
            notify.execute("notify outbox");
        }
        connection.commit();
    }

    private static void fill(PreparedStatement insert, UUID id) throws SQLException {
        UUID referral = Ids.next();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        insert.setObject(1, id);
        insert.setString(2, EventType.REFERRAL_ACKNOWLEDGED.topic().topicName());
        insert.setObject(3, referral);
        insert.setString(4, EventType.REFERRAL_ACKNOWLEDGED.type());
        insert.setTimestamp(5, Timestamp.from(now));
        insert.setObject(6, TENANT);
        insert.setObject(7, AGENCY);
        insert.setString(8, EventJson.write(snapshot(referral, now)));
    }

    private static ReferralSnapshot snapshot(UUID referral, Instant now) {
        UUID placement = Ids.next();
        ReferralSnapshot.PlacementSnapshot sent = new ReferralSnapshot.PlacementSnapshot(
                placement,
                Ids.next(),
                "Teen counseling",
                AGENCY,
                "Harbor Light Counseling",
                "ACKNOWLEDGED",
                true,
                null,
                null,
                now,
                null,
                null,
                null,
                null,
                null);
        return new ReferralSnapshot(
                referral,
                "FB-7KQ2M9XA",
                Ids.next(),
                "Prairie View High School",
                "PLACED",
                new ReferralSnapshot.Cohort("9-12", "es", "ROUTINE", "STAFF"),
                placement,
                null,
                now,
                null,
                null,
                null,
                now,
                null,
                null,
                null,
                List.of(sent),
                null,
                null,
                null);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
