package org.footbridge.benchmarks.seed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.footbridge.common.testsupport.TestDatabase;

/** SHA-256 over ids and states in the order of the ids, first those of the referrals, then those of the placements. */
final class Checksum {
    private static final int FETCHED_AT_ONCE = 10_000;

    private final MessageDigest digest;

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(String id, String state) {
        digest.update((id + ' ' + state + '\n').getBytes(StandardCharsets.US_ASCII));
    }

    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(TestDatabase referral) throws SQLException {
        Checksum checksum = new Checksum();
        try (Connection connection = referral.connectAsSuperuser()) {
            connection.setAutoCommit(false); // else the driver would fetch everything at once
            checksum.addAll(connection, "select id, state from referral order by id");
            checksum.addAll(connection, "select id, state from placement order by id");
        }
        return checksum.value();
    }

    private void addAll(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    add(rows.getString(1), rows.getString(2));
                }
            }
        }
    }
}
