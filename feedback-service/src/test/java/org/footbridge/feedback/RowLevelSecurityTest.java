package org.footbridge.feedback;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.footbridge.common.testsupport.RowLevelSecurity;
import org.footbridge.common.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@FeedbackTest
class RowLevelSecurityTest {
    private static final String PRAIRIE_VIEW = "01980000-0000-7000-8000-00000000d001";
    private static final String EASTFIELD = "01980000-0000-7000-8000-00000000d002";

    TestDatabase database;

    @Test
    void shouldHideTheRowsOfOthers() throws SQLException {
        RowLevelSecurity.of(database)
                .withCommonTables()
                .plant(rows(
                        "referral_fact (tenant_id, referral_id, sequence, school_id, state, urgency, source,"
                                + " submitted_at, closed_loop)",
                        "gen_random_uuid(), 1, gen_random_uuid(), 'SUBMITTED', 'ROUTINE', 'educator', now(), false"))
                .plant(rows("district_settings (tenant_id, sequence, name, zone, minimum_cell)", "1, 'n', 'UTC', 10"))
                .plant(rows("school (tenant_id, school_id, sequence, name, active)", "gen_random_uuid(), 1, 'n', true"))
                .plant(rows("staff_member (tenant_id, person_id, sequence)", "gen_random_uuid(), 1"))
                .plant(rows("staff_assignment (tenant_id, person_id, role)", "gen_random_uuid(), 'coordinator'"))
                .plant(rows(
                        "account_link (tenant_id, issuer, subject, sequence, person_id)",
                        "'issuer', 'subject', 1, gen_random_uuid()"))
                .check();
    }

    private static String rows(String table, String values) {
        return "insert into %s values ('%s', %s), ('%s', %s)".formatted(table, PRAIRIE_VIEW, values, EASTFIELD, values);
    }
}
