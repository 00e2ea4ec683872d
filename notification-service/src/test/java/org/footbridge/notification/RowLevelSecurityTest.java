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
                .tenantSees("webhook_endpoint", "owner_id = :caller")
                .agencySees("webhook_endpoint", "owner_id = :caller")
                .tenantSees("webhook_delivery", "owner_id = :caller")
                .agencySees("webhook_delivery", "owner_id = :caller")
                .tenantSees("webhook_attempt", "owner_id = :caller")
                .agencySees("webhook_attempt", "owner_id = :caller");
        check.agencySees("placement_access", "agency_id = :caller");
        check.agencySees("agency_letter", "agency_id = :caller").tenantSees("agency_letter", "false");
        for (String table : List.of("webhook_health", "webhook_alert", "webhook_message")) {
            check.tenantSees(table, "owner_id = :caller").agencySees(table, "owner_id = :caller");
        }
        for (UUID agency : List.of(HARBOR_LIGHT, CEDAR_PATH)) {
            plantWebhook(check, "agency_id", agency);
            check.plant("insert into agency_letter (id, agency_id, event_type, service_id, attempts, created_at)"
                    + " values ('%s', '%s', 'x', '%s', 0, now())".formatted(UUID.randomUUID(), agency, agency));
        }
        for (UUID tenant : List.of(PRAIRIE_VIEW, EASTFIELD)) {
            plantWebhook(check, "tenant_id", tenant);
            plantMail(check, tenant);
            plantOnCall(check, tenant);
            plantPerson(check, tenant);
        }
        check.check();
    }

    /** With the owner in the column of agencies or in the one of districts. */
    private static void plantWebhook(RowLevelSecurity check, String column, UUID owner) {
        UUID id = UUID.randomUUID();
        check.plant("insert into webhook_endpoint (id, %s, url, event_types, enabled, secret_key_id, secret,"
                        .formatted(column)
                + " created_at, changed_at, version) values ('%s', '%s', 'https://a.example/', '{}', false, 'k1', '',"
                        .formatted(id, owner)
                + " now(), now(), 0)");
        check.plant("insert into webhook_delivery (id, %s, endpoint_id, event_id, event_type, body,".formatted(column)
                + " state, attempts, round_start, created_at) values ('%s', '%s', '%s', '%s', 'x', '{}',"
                        .formatted(id, owner, id, id)
                + " 'DELIVERED', 1, 0, now())");
        check.plant("insert into webhook_attempt (delivery_id, number, owner_id, endpoint_id, started_at, latency_ms)"
                + " values ('%s', 1, '%s', '%s', now(), 1)".formatted(id, owner, id));
        check.plant("insert into webhook_message (id, owner_id, %s, event_id, event_type, subject_id, sequence,"
                        .formatted(column)
                + " created_at) values ('%s', '%s', '%s', '%s', 'x', '%s', 1, now())"
                        .formatted(id, owner, owner, id, id));
        check.plant("insert into webhook_health (endpoint_id, owner_id) values ('%s', '%s')".formatted(id, owner));
        check.plant("insert into webhook_alert (id, endpoint_id, owner_id, kind, address, host, created_at)"
                + " values ('%s', '%s', '%s', 'GONE', 'a@b.example', 'b.example', now())".formatted(id, id, owner));
    }

    private static void plantOnCall(RowLevelSecurity check, UUID tenant) {
        UUID id = UUID.randomUUID();
        check.plant("insert into on_call_copy (school_id, tenant_id, sequence) values ('%s', '%s', 1)"
                .formatted(id, tenant));
        check.plant("insert into crisis_call (event_id, tenant_id, referral_id, school_id, level, created_at)"
                + " values ('%s', '%s', '%s', '%s', 0, now())".formatted(id, tenant, id, id));
    }

    private static void plantMail(RowLevelSecurity check, UUID tenant) {
        UUID id = UUID.randomUUID();
        check.plant("insert into placement_access (placement_id, tenant_id, agency_id, state, open, sequence)"
                + " values ('%s', '%s', '%s', 'SENT', true, 1)"
                        .formatted(id, tenant, tenant.equals(PRAIRIE_VIEW) ? HARBOR_LIGHT : CEDAR_PATH));
        check.plant("insert into mail_notice (id, tenant_id, event_id, event_type, referral_id, state, attempts,"
                + " turns_missed, created_at) values ('%s', '%s', '%s', 'x', '%s', 'DONE', 1, 0, now())"
                        .formatted(id, tenant, id, id));
        check.plant("insert into mail_receipt (notice_id, person_id, channel, tenant_id, outcome, created_at)"
                + " values ('%s', '%s', 'EMAIL', '%s', 'SENT', now())".formatted(id, id, tenant));
        check.plant("insert into digest_entry (person_id, notice_id, tenant_id, created_at)"
                + " values ('%s', '%s', '%s', now())".formatted(id, id, tenant));
    }

    private static void plantPerson(RowLevelSecurity check, UUID tenant) {
        UUID id = UUID.randomUUID();
        check.plant("insert into account (tenant_id, issuer, subject, person_id) values ('%s', 'i', '%s', '%s')"
                .formatted(tenant, id, id));
        check.plant("insert into notice_preference (person_id, tenant_id, channels, changed_at, version)"
                + " values ('%s', '%s', '{}', now(), 0)".formatted(id, tenant));
        check.plant("insert into escalation (referral_id, tenant_id, level, raised_at, sequence, last_event_id,"
                + " turns_missed) values ('%s', '%s', 0, now(), 1, '%s', 0)".formatted(id, tenant, id));
        check.plant("insert into escalation_step (id, tenant_id, referral_id, kind, level, created_at)"
                + " values ('%s', '%s', '%s', 'RAISED', 0, now())".formatted(id, tenant, id));
        check.plant("insert into inbox_of_person (person_id, tenant_id, last_sequence, unread)"
                + " values ('%s', '%s', 1, 1)".formatted(id, tenant));
        check.plant("insert into inbox_item (id, tenant_id, person_id, sequence, event_id, event_type, topic, letter,"
                + " language, referral_id, created_at) values ('%s', '%s', '%s', 1, '%s', 'x', 'NEWS', 'news', 'en', '%s',"
                        .formatted(id, tenant, id, id, id)
                + " now())");
    }
}
