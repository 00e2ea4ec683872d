package org.footbridge.referral.walk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the database holds of one referral, asked past the service. */
record Records(Connection connection, UUID referral) {
    private static final String FINAL_STATES = """
            'COMPLETED', 'CLOSED_NOT_SERVED', 'WITHDRAWN', 'CONSENT_REFUSED', 'CONSENT_REVOKED', 'DUPLICATE', 'TRANSFERRED_OUT',
            'ENTERED_IN_ERROR', 'DECLINED', 'COULD_NOT_CONTACT', 'CANCELLED', 'ENDED_NOT_SERVED', 'ACCESS_REVOKED'""";

    long brokenChains() throws SQLException {
        return count("""
                select count(*) from (
                    select from_state, lag(to_state) over (partition by subject_id order by id) as before
                    from transition where referral_id = ?) step
                where before is not null and from_state is distinct from before
                """);
    }

    long leftFinalStates() throws SQLException {
        return count(
                "select count(*) from transition where referral_id = ? and kind <> 'APPOINTMENT' and from_state in ("
                        + FINAL_STATES + ") and to_state <> 'ENTERED_IN_ERROR'");
    }

    long releasedWithoutConsent() throws SQLException {
        return count("""
                select count(*) from disclosure d where d.referral_id = ? and d.kind = 'RELEASED' and not exists (
                    select from disclosed_record r join consent c on c.id = r.consent_id
                    where r.id = d.disclosed_record_id and c.recipient_agency_id = d.recipient_agency_id
                      and c.recorded_at <= d.happened_at and (c.revoked_at is null or c.revoked_at >= d.happened_at))
                """);
    }

    long openPlacements() throws SQLException {
        return count("select count(*) from placement where referral_id = ? and state not in (" + FINAL_STATES + ")");
    }

    /** Changes with every step, event and consent. */
    long fingerprint() throws SQLException {
        return count("""
                select (select count(*) * 1000003 from transition where referral_id = r.id) + r.version * 1009
                     + (select count(*) * 10007 from consent where referral_id = r.id) + hashtext(r.state)
                from referral r where id = ?
                """);
    }

    long publishedEvents() throws SQLException {
        return count("select last from aggregate_sequence where subject = ?");
    }

    boolean mayRead(UUID placement) throws SQLException {
        return count("""
                select count(*) from placement p where p.id = ? and p.access_open and exists (
                    select from consent c where c.referral_id = p.referral_id and c.recipient_agency_id = p.agency_id
                      and c.revoked_at is null)
                """, placement) == 1;
    }

    /** Each state that a referral or a placement has come to, in order. */
    List<String> states(UUID subject) throws SQLException {
        List<String> states = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select to_state from transition where subject_id = ? order by id")) {
            statement.setObject(1, subject);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    states.add(rows.getString(1));
                }
            }
        }
        return states;
    }

    private long count(String sql) throws SQLException {
        return count(sql, referral);
    }

    private long count(String sql, UUID subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subject);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
