package org.footbridge.referral.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.desk.DeskQuery.Position;
import org.footbridge.referral.referral.ReferralState;
import org.footbridge.referral.referral.Urgency;
import org.footbridge.referral.roster.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A desk costs the same however large a district is: no plan of the run-time role, row-level security and all, reads the table
 * from end to end or sorts what it does not show.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPlansTest {
    private static final int REFERRALS = 200_000;
    private static final int SCHOOLS = 40;
    /** A page of 50 and one more, from up to 16 schools in up to 14 states, and what is skipped by a filter. */
    private static final long MOST_ROWS = 60_000;
    /** Up to 1001 of each of 14 states, and what is skipped by a filter. */
    private static final long MOST_COUNTED = 60_000;

    private static final UUID TENANT = UUID.fromString("0198ffff-0000-7000-8000-00000000d0d0");
    private static final UUID ME = id(999);
    private static final DeskQuery.Moment TODAY =
            new DeskQuery.Moment(Instant.parse("2026-11-25T12:00:00Z"), LocalDate.of(2026, 11, 25));

    TestDatabase database;

    @BeforeAll
    void seed() throws SQLException {
        superuser("""
                insert into referral (id, tenant_id, custodian_org_id, number, student_id, school_id, school_name, grade_band,
                    referrer_id, referrer_role, coordinator_id, state, urgency, concerns, interpreter_needed, insurance,
                    submitted_at, changed_at, version)
                select uuidv7(), '%1$s', '%1$s', 'FB-' || i, uuidv7(), ('0198ffff-0000-7000-8000-' || lpad(to_hex(i %% %2$d), 12, '0'))::uuid,
                    'School', '3-5', case when i %% 997 = 0 then '%3$s'::uuid else uuidv7() end, 'EDUCATOR',
                    case when i %% 5 = 0 then null when i %% %2$d < 3 then '%3$s'::uuid
                        else ('0198ffff-0000-7000-8001-' || lpad(to_hex(i %% %2$d), 12, '0'))::uuid end,
                    (array['SUBMITTED','AWAITING_CONSENT','READY','PLACED','COMPLETED','COMPLETED','CLOSED_NOT_SERVED','WITHDRAWN'])[1 + i %% 8],
                    (array['ROUTINE','URGENT','ROUTINE','ROUTINE','EXPEDITED','ROUTINE','ROUTINE','ROUTINE','ROUTINE','CRISIS'])[1 + (i / 8) %% 10],
                    '{}', false, 'UNKNOWN', timestamptz '2020-01-01' + i * interval '10 minutes', now(), 0
                from generate_series(1, %4$d) i""".formatted(TENANT, SCHOOLS, ME, REFERRALS));
        superuser("vacuum analyze referral");
    }

    @AfterAll
    void clear() throws SQLException {
        superuser("delete from referral where tenant_id = '" + TENANT + "'");
    }

    static Stream<DeskFilter> filters() {
        Days always = new Days(null, null, ZoneOffset.UTC);
        Days once = new Days(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 2), ZoneOffset.UTC);
        return Arrays.stream(DeskName.values())
                .flatMap(desk -> Stream.of(
                        new DeskFilter(desk, Set.of(), Set.of(), null, null, null, always),
                        new DeskFilter(desk, Set.of(), EnumSet.of(Urgency.CRISIS), null, null, null, always),
                        new DeskFilter(desk, EnumSet.of(ReferralState.READY), Set.of(), id(2), null, null, always),
                        new DeskFilter(desk, Set.of(), Set.of(), null, null, null, once),
                        new DeskFilter(desk, Set.of(), Set.of(), null, UUID.randomUUID(), null, once),
                        new DeskFilter(desk, Set.of(), Set.of(), null, null, "FB-0000000Z", always)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void shouldReadAPageFromIndexesAlone(DeskFilter filter) throws SQLException {
        // When, then
        for (int schools : new int[] {3, SCHOOLS}) {
            Position later = new Position(Instant.parse("2021-06-01T00:00:00Z"), UUID.randomUUID());
            for (Position after : Arrays.asList(null, later)) {
                DeskQuery query = new DeskQuery(caller(schools), filter, TODAY, after, 51);
                String sql = query.page();
                check(explain(sql, query.parameters()), sql, MOST_ROWS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void shouldCountFromIndexesAlone(DeskFilter filter) throws SQLException {
        // When, then
        for (int schools : new int[] {3, SCHOOLS}) {
            DeskQuery query = new DeskQuery(caller(schools), filter, TODAY, null, 1001);
            String sql = query.counts();
            check(explain(sql, query.parameters()), sql, MOST_COUNTED);
        }
    }

    @Test
    void shouldNoticeAScanOfTheWholeTable() throws SQLException {
        // When
        String plan = explain("select * from referral where description is not null", Map.of());

        // Then
        assertThat(plan).contains("Seq Scan on referral");
    }

    private static void check(String plan, String sql, long most) {
        assertThat(plan).as(sql).doesNotContain("Seq Scan on referral");
        assertThat(rows(plan)).as("rows that were read:%n%s", plan).isLessThan(most);
    }

    /** What all scans of the table yielded or threw away. */
    private static long rows(String plan) {
        long rows = 0;
        String scan = "";
        for (String line : plan.lines().toList()) {
            if (line.contains("Scan") && line.contains("actual rows=")) {
                scan = line;
                rows += line.contains("referral") ? number(line, "actual rows=") * number(line, "loops=") : 0;
            }
            if (line.contains("Rows Removed by Filter: ") && scan.contains("referral")) {
                rows += number(line, "Rows Removed by Filter: ") * number(scan, "loops=");
            }
        }
        return rows;
    }

    private static long number(String line, String label) {
        String rest = line.substring(line.indexOf(label) + label.length());
        return (long) Math.ceil(Double.parseDouble(rest.split("[^0-9.]")[0]));
    }

    private static SchoolCaller caller(int schools) {
        Set<UUID> coordinated =
                IntStream.range(0, schools).mapToObj(DeskPlansTest::id).collect(Collectors.toSet());
        Caller caller = new Caller("issuer", "subject", "name", "client", TENANT, null, Set.of(), Set.of());
        return new SchoolCaller(caller, new Staff(ME, coordinated, Set.of(), coordinated, Map.of()));
    }

    private static UUID id(int number) {
        return UUID.fromString("0198ffff-0000-7000-8000-%012x".formatted(number));
    }

    /** By the run-time role in its tenant, with the values in their places. */
    private String explain(String sql, Map<String, Object> parameters) throws SQLException {
        String text = sql;
        for (String name : parameters.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            text = text.replace(":" + name, literal(parameters.get(name)));
        }
        try (Connection app = database.connectAsApp();
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("select set_config('footbridge.tenant', '" + TENANT + "', true)");
            ResultSet lines = statement.executeQuery("explain (analyze, costs off, timing off) " + text);
            StringBuilder plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            app.rollback();
            return plan.toString();
        }
    }

    private static String literal(Object value) {
        return switch (value) {
            case Integer number -> number.toString();
            case Object[] many ->
                "'{" + Arrays.stream(many).map(Object::toString).collect(Collectors.joining(",")) + "}'";
            default -> "'" + value + "'";
        };
    }

    private void superuser(String sql) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
