package org.footbridge.common.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The kinds of callers that row-level security tells apart, each with the parties of the demo as samples. */
enum CallerKind {
    NOBODY("", List.of("00000000-0000-0000-0000-000000000000")),
    TENANT("footbridge.tenant", List.of(DemoTokens.PRAIRIE_VIEW.toString(), DemoTokens.EASTFIELD.toString())),
    AGENCY("footbridge.agency", List.of(DemoTokens.HARBOR_LIGHT.toString(), DemoTokens.CEDAR_PATH.toString())),
    PLATFORM("footbridge.platform", List.of("true"));

    private final String setting;
    private final List<String> samples;

    CallerKind(String setting, List<String> samples) {
        this.setting = setting;
        this.samples = samples;
    }

    List<String> samples() {
        return samples;
    }

    String describe(String caller) {
        return this == NOBODY || this == PLATFORM ? name() : name() + " " + caller;
    }

    /** Sets the caller for the running transaction, as the services do. */
    void enter(Connection connection, String caller) throws SQLException {
        if (this == NOBODY) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, caller);
            statement.execute();
        }
    }
}
