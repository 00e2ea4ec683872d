package org.footbridge.feedback.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.feedback.FeedbackTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures of a month must not cost reading years of facts. */
@QuarkusTest
@FeedbackTest
class ClosedLoopsPlanTest {
    private static final String DISTRICT = "01980000-0000-7000-8000-0000000000e1";
    private static final String FILL = """
            insert into referral_fact (tenant_id, referral_id, sequence, school_id, state, urgency, source, submitted_at,
                                       closed_loop)
            select cast('%s' as uuid), gen_random_uuid(), 1, gen_random_uuid(), 'COMPLETED', 'ROUTINE', 'educator',
                   timestamptz '2020-01-01' + n * interval '30 minutes', true
            from generate_series(1, 40000) n
            on conflict do nothing
            """.formatted(DISTRICT);

    TestDatabase database;

    @ParameterizedTest
    @EnumSource
    void shouldReadAPeriodThroughItsIndex(GroupBy dimension) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            // Given
            connection.setAutoCommit(false);
            statement.execute(FILL);
            statement.execute("analyze referral_fact");

            // When
            statement.execute("set local role " + database.provisioning().app());
            statement.execute("select set_config('footbridge.tenant', '" + DISTRICT + "', true)");
            List<String> plan = explain(statement, ClosedLoopsRepository.statement(dimension));

            // Then
            assertThat(plan).anyMatch(line -> line.contains("referral_fact_by_submission"));
            connection.rollback();
        }
    }

    private static List<String> explain(Statement statement, String query) throws SQLException {
        String concrete = query.replace(":zone", "'America/Chicago'")
                .replace(":tenant", "cast('" + DISTRICT + "' as uuid)")
                .replace(":since", "timestamptz '2021-01-01'")
                .replace(":until", "timestamptz '2021-02-01'")
                .replace(":wholeDistrict", "false")
                .replace(":schools", "''");
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("explain " + concrete)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
