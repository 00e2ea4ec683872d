package org.footbridge.notification;

import static org.footbridge.common.testsupport.DemoTokens.CEDAR_PATH;
import static org.footbridge.common.testsupport.DemoTokens.EASTFIELD;
import static org.footbridge.common.testsupport.DemoTokens.HARBOR_LIGHT;
import static org.footbridge.common.testsupport.DemoTokens.PRAIRIE_VIEW;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.testsupport.RowLevelSecurity;
import org.footbridge.common.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RowLevelSecurityTest {
    TestDatabase database;

    @Test
    void shouldHideForeignRowsOfEveryTable() throws SQLException {
        RowLevelSecurity check = RowLevelSecurity.of(database)
                .withCommonTables()
                .reviewed("work_queue", "ids and times of what has to be done (decision 15)")
                .tenantSees("webhook_endpoint", "false")
                .agencySees("webhook_endpoint", "agency_id = :caller")
                .tenantSees("webhook_delivery", "false")
                .agencySees("webhook_delivery", "agency_id = :caller")
                .tenantSees("webhook_attempt", "false")
                .agencySees("webhook_attempt", "agency_id = :caller");
        for (UUID agency : List.of(HARBOR_LIGHT, CEDAR_PATH)) {
            plantWebhook(check, agency);
        }
        for (UUID tenant : List.of(PRAIRIE_VIEW, EASTFIELD)) {
            plantMail(check, tenant);
        }
        check.check();
    }

    private static void plantWebhook(RowLevelSecurity check, UUID agency) {
        UUID id = UUID.randomUUID();
        check.plant("insert into webhook_endpoint (id, agency_id, url, event_types, enabled, secret_key_id, secret,"
                + " created_at, changed_at, version) values ('%s', '%s', 'https://a.example/', '{}', false, 'k1', '',"
                        .formatted(id, agency)
                + " now(), now(), 0)");
        check.plant("insert into webhook_delivery (id, agency_id, tenant_id, endpoint_id, event_id, event_type, body,"
                + " state, attempts, round_start, created_at) values ('%s', '%s', '%s', '%s', '%s', 'x', '{}',"
                        .formatted(id, agency, PRAIRIE_VIEW, id, id)
                + " 'DELIVERED', 1, 0, now())");
        check.plant("insert into webhook_attempt (delivery_id, number, agency_id, started_at, latency_ms)"
                + " values ('%s', 1, '%s', now(), 1)".formatted(id, agency));
    }

    private static void plantMail(RowLevelSecurity check, UUID tenant) {
        UUID id = UUID.randomUUID();
        check.plant("insert into placement_access (placement_id, tenant_id, agency_id, state, open, sequence)"
                + " values ('%s', '%s', '%s', 'SENT', true, 1)".formatted(id, tenant, HARBOR_LIGHT));
        check.plant("insert into mail_notice (id, tenant_id, event_id, event_type, referral_id, state, attempts,"
                + " created_at) values ('%s', '%s', '%s', 'x', '%s', 'DONE', 1, now())".formatted(id, tenant, id, id));
        check.plant("insert into mail_receipt (notice_id, person_id, tenant_id, outcome, created_at)"
                + " values ('%s', '%s', '%s', 'SENT', now())".formatted(id, id, tenant));
    }
}
