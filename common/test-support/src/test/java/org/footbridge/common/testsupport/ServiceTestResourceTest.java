package org.footbridge.common.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class ServiceTestResourceTest {

    TestDatabase database;

    @Test
    void shouldGiveADatabaseOfItsOwn() throws Exception {
        // When
        try (Connection connection = database.connectAsApp();
                ResultSet row = connection.createStatement().executeQuery("select current_database()")) {
            row.next();

            // Then
            assertThat(row.getString(1)).startsWith("sample_").isEqualTo(config("footbridge.database.name"));
            assertThat(connection.getMetaData().getUserName()).isEqualTo(config("footbridge.database.app.username"));
        }
    }

    @Test
    void shouldGiveTopicsOfItsOwn() throws Exception {
        // When
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", config("kafka.bootstrap.servers")))) {
            // Then
            String suffix = config("footbridge.bus.topic-suffix");
            assertThat(admin.listTopics().names().get())
                    .contains("footbridge.referral.v1" + suffix, "footbridge.referral.v1.dlq" + suffix);
        }
    }

    @Test
    void shouldGiveARestartedApplicationItsDataAgain() {
        // Given
        ServiceTestResource restarted = new ServiceTestResource();
        restarted.init(Map.of("service", "sample"));

        // When
        Map<String, String> configuration = restarted.start();

        // Then
        try {
            assertThat(configuration)
                    .containsEntry("footbridge.database.name", config("footbridge.database.name"))
                    .containsEntry("footbridge.bus.topic-suffix", config("footbridge.bus.topic-suffix"));
        } finally {
            restarted.stop();
        }
    }

    @Test
    void shouldAskForTheNameOfTheService() {
        assertThatThrownBy(() -> new ServiceTestResource().init(Map.of())).hasMessageContaining("service");
    }

    private static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
