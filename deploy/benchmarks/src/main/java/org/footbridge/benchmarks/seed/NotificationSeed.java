package org.footbridge.benchmarks.seed;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills the database of notification-service with what it has learnt from events: which agency may hear of which placement. */
final class NotificationSeed implements Seed {
    @Override
    public long fill(SeedPlan plan, Connection connection) throws SQLException {
        Copy copy = new Copy(connection);
        SeedIds ids = new SeedIds(plan);
        Copy.Table accesses =
                copy.table("placement_access", "placement_id, tenant_id, agency_id, state, open, sequence");
        new Stories(plan).all().forEach(story -> {
            for (Sending sending : story.sendings) {
                accesses.row(sending.id, ids.district(story.district()), sending.agency.id())
                        .and(sending.state, sending.accessOpen, sending.sequence);
            }
            copy.writeWhenEnough();
        });
        copy.write();
        return copy.rows();
    }
}
