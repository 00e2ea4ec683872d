package org.footbridge.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The least that a database must do for create, triage, consent, send and accept, as hand-written statements: the service's own
 * role, so row-level security holds, its own tables with all their rows and indexes, the same five transactions with the same
 * durability, every statement prepared once. It asks who the caller is, reads what the step is decided by, and writes state,
 * history, consent, disclosed record, ledger and outbox. No HTTP, no token, no JSON, no relay: what ours costs more is ours.
 */
final class ReferralRival {
    /** Its events wait in a table of their own, which no relay reads. */
    private static final String TABLES = """
            create table if not exists bench_outbox (position bigserial primary key, id uuid not null unique, subject uuid not null,
                type text not null, sequence bigint not null, data text not null);
            grant select, insert on bench_outbox to %1$s;
            grant usage on sequence bench_outbox_position_seq to %1$s;
            """;

    /** About as long as the snapshot that crosses the bus. */
    private static final String DATA = "x".repeat(900);

    private final Connection connection;
    private final Cast cast;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Who takes part: the seed has made them, and their accounts are linked since they first called. */
    record Cast(UUID tenant, UUID agency, UUID service, Account educator, Account coordinator, UUID school) {}

    /** Whom a token names. */
    record Account(String issuer, String subject) {}

    ReferralRival(Connection connection, Cast cast) throws SQLException {
        this.connection = connection;
        this.cast = cast;
        connection.setAutoCommit(false);
    }

    static void createTables(Connection superuser, String role) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(TABLES.formatted(role));
        }
    }

    /** The five steps for one student. */
    void run(UUID student) throws SQLException {
        UUID referral = UUID.randomUUID();
        UUID placement = UUID.randomUUID();
        create(referral, student);
        triage(referral);
        consent(referral, student);
        send(referral, placement, student);
        accept(referral, placement);
    }

    private void create(UUID referral, UUID student) throws SQLException {
        enter(cast.tenant(), null);
        UUID me = person(cast.educator());
        one(ReferralStatements.STUDENT, cast.tenant(), student);
        write(ReferralStatements.KEY, cast.tenant(), cast.educator().subject(), referral.toString(), DATA);
        write(
                ReferralStatements.NUMBER,
                referral,
                cast.tenant(),
                "FB-" + referral.toString().substring(0, 13));
        write(
                ReferralStatements.REFERRAL,
                referral,
                cast.tenant(),
                cast.tenant(),
                referral.toString(),
                student,
                cast.school(),
                me);
        step(referral, "REFERRAL", referral, null, "SUBMITTED", me);
        event(referral, "submitted");
        connection.commit();
    }

    private void triage(UUID referral) throws SQLException {
        enter(cast.tenant(), null);
        UUID me = person(cast.coordinator());
        one(ReferralStatements.READ, cast.tenant(), referral);
        write(ReferralStatements.TRIAGE, me, referral);
        step(referral, "REFERRAL", referral, "SUBMITTED", "TRIAGED", me);
        step(referral, "REFERRAL", referral, "TRIAGED", "AWAITING_CONSENT", me);
        event(referral, "triaged");
        connection.commit();
    }

    private void consent(UUID referral, UUID student) throws SQLException {
        enter(cast.tenant(), null);
        UUID me = person(cast.coordinator());
        one(ReferralStatements.READ, cast.tenant(), referral);
        UUID guardian = one(ReferralStatements.GUARDIAN, cast.tenant(), student);
        one(ReferralStatements.AGREEMENT, cast.tenant(), cast.agency());
        write(ReferralStatements.KEY, cast.tenant(), cast.coordinator().subject(), "consent-" + referral, DATA);
        write(ReferralStatements.CONSENT, cast.tenant(), cast.tenant(), referral, student, cast.agency(), guardian, me);
        write(ReferralStatements.READY, referral);
        step(referral, "REFERRAL", referral, "AWAITING_CONSENT", "READY", me);
        event(referral, "consent");
        connection.commit();
    }

    private void send(UUID referral, UUID placement, UUID student) throws SQLException {
        enter(cast.tenant(), null);
        UUID me = person(cast.coordinator());
        one(ReferralStatements.READ, cast.tenant(), referral);
        one(ReferralStatements.SERVICE, cast.service());
        one(ReferralStatements.AGREEMENT, cast.tenant(), cast.agency());
        UUID consent = one(ReferralStatements.LIVE_CONSENT, referral, cast.agency());
        one(ReferralStatements.GUARDIAN, cast.tenant(), student);
        one(ReferralStatements.STUDENT, cast.tenant(), student);
        UUID frozen = UUID.randomUUID();
        write(ReferralStatements.PLACED, referral);
        write(
                ReferralStatements.PLACEMENT,
                placement,
                cast.tenant(),
                cast.tenant(),
                referral,
                cast.service(),
                cast.agency());
        step(referral, "REFERRAL", referral, "READY", "PLACED", me);
        step(referral, "PLACEMENT", placement, null, "SENT", me);
        write(ReferralStatements.FREEZE, frozen, cast.tenant(), cast.agency(), placement, consent, DATA);
        write(
                ReferralStatements.RELEASE,
                cast.tenant(),
                student,
                referral,
                placement,
                frozen,
                cast.agency(),
                cast.coordinator().subject(),
                me);
        event(referral, "sent");
        event(referral, "access_granted");
        connection.commit();
    }

    private void accept(UUID referral, UUID placement) throws SQLException {
        enter(null, cast.agency());
        one(ReferralStatements.OWN_PLACEMENT, cast.agency(), placement);
        enter(cast.tenant(), cast.agency());
        one(ReferralStatements.READ, cast.tenant(), referral);
        one(ReferralStatements.AGREEMENT, cast.tenant(), cast.agency());
        one(ReferralStatements.LIVE_CONSENT, referral, cast.agency());
        write(ReferralStatements.ACCEPT, placement);
        write(ReferralStatements.TOUCH, referral);
        step(referral, "PLACEMENT", placement, "SENT", "ACCEPTED", null);
        event(referral, "accepted");
        connection.commit();
    }

    private void enter(UUID tenant, UUID agency) throws SQLException {
        PreparedStatement statement = statement(ReferralStatements.ENTER);
        statement.setString(1, tenant == null ? "" : tenant.toString());
        statement.setString(2, agency == null ? "" : agency.toString());
        statement.executeQuery().close();
    }

    /** Who an account is, and that he or she still acts at the school. */
    private UUID person(Account account) throws SQLException {
        return one(ReferralStatements.PERSON, cast.tenant(), account.issuer(), account.subject(), cast.school());
    }

    private void step(UUID referral, String kind, UUID subject, String from, String to, UUID person)
            throws SQLException {
        write(ReferralStatements.STEP, cast.tenant(), referral, kind, subject, from, to, person, cast.tenant());
    }

    private void event(UUID referral, String type) throws SQLException {
        write(ReferralStatements.EVENT, referral, UUID.randomUUID(), type, DATA);
    }

    private UUID one(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        bind(statement, values);
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("the rival found no row: " + sql);
            }
            return rows.getObject(1, UUID.class);
        }
    }

    private void write(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        bind(statement, values);
        if (statement.executeUpdate() != 1) {
            throw new SQLException("the rival wrote no row: " + sql);
        }
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
