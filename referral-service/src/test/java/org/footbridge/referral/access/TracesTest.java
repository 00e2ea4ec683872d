package org.footbridge.referral.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every identified read leaves a trace, and no trace can be wiped. */
@QuarkusTest
class TracesTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldLogAReadByTheSchoolAndByTheAgency() throws SQLException {
        // Given
        Made made = mother.sent();
        String own = "select count(*) from access_log where subject_ids @> array['%s'::uuid] and operation = '%s'";

        // When
        ReferralMother.get(demo.educator(), made.referralPath()).then().statusCode(200);
        ReferralMother.get(demo.coordinator(), "/api/v1/referrals?limit=3")
                .then()
                .statusCode(200);
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().statusCode(200);
        ReferralMother.get(demo.agencyStaff(), "/api/v1/placements?limit=3")
                .then()
                .statusCode(200);

        // Then
        assertThat(count(own.formatted(made.referral(), "referral") + " and relation = 'EDUCATOR'"))
                .isEqualTo(1);
        assertThat(count(own.formatted(made.referral(), "referral-list") + " and relation = 'COORDINATOR'"))
                .isEqualTo(1);
        assertThat(count(own.formatted(made.placement(), "placement") + " and agency_id is not null"))
                .isEqualTo(1);
        assertThat(count(own.formatted(made.placement(), "placement-list"))).isEqualTo(1);
    }

    @Test
    void shouldLeaveNoTraceOfARefusedRead() throws SQLException {
        // Given
        Made made = mother.sent();
        String rows = "select count(*) from access_log where subject_ids @> array['" + made.placement() + "'::uuid]";

        // When
        ReferralMother.get(demo.otherAgencyStaff(), made.placementPath()).then().statusCode(404);

        // Then
        assertThat(count(rows)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disclosure", "access_log", "disclosed_record", "transition"})
    void shouldNotLetTheServiceChangeWhatHappened(String table) throws SQLException {
        // Given
        ReferralMother.get(demo.agencyStaff(), mother.sent().placementPath())
                .then()
                .statusCode(200);
        assertThat(count("select count(*) from " + table)).isPositive();

        // When
        try (Connection app = database.connectAsApp();
                Statement sql = app.createStatement()) {
            sql.execute("select set_config('footbridge.tenant', '" + DemoTokens.PRAIRIE_VIEW + "', false)");
            assertThatThrownBy(() -> sql.executeUpdate("delete from " + table))
                    // Then
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> sql.executeUpdate("update " + table + " set tenant_id = tenant_id"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void shouldNotLetTheOwnerOfTheTablesChangeItInPassing() throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement sql = owner.createStatement()) {
            // When
            assertThatThrownBy(() -> sql.executeUpdate("delete from disclosure"))
                    // Then
                    .hasMessageContaining("never changed");
        }
    }

    private long count(String query) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
