package org.footbridge.benchmarks.seed;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills one database. */
interface Seed {
    /** Returns how many rows were written. */
    long fill(SeedPlan plan, Connection connection) throws SQLException;
}
