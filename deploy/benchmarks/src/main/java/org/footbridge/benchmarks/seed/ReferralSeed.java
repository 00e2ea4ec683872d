package org.footbridge.benchmarks.seed;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills the database of referral-service. */
final class ReferralSeed implements Seed {
    @Override
    public long fill(SeedPlan plan, Connection connection) throws SQLException {
        Copy copy = new Copy(connection);
        new RosterRows(plan, copy).write();
        new ProviderRows(plan, copy).write();
        new CaseRows(plan, copy).write();
        return copy.rows();
    }
}
