package org.footbridge.notification.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.AccountLinked;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;

/** People of the roster with accounts that are linked over the bus, as referral-service does at their first call. */
public record People(DemoTokens demo, TestDatabase database, ReferralBus bus) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Somebody who can sign in. */
    public record Someone(UUID id, UUID tenant, TokenBuilder token, String address) {

        public RequestSpecification asks() {
            return RestAssured.given().auth().oauth2(token.sign()).contentType("application/json");
        }

        /** The answer that referral-service gives of this person. */
        public String recipient(String role, String language) {
            return """
                    {"personId":"%s","role":"%s","address":"%s","language":"%s","allowed":true}
                    """.formatted(id, role, address, language).strip();
        }

        /** The whole answer of referral-service where this person alone is told. */
        public String answer(String role, String language) {
            return """
                    {"recipients":[%s],"zone":"UTC","schoolContact":{"name":"Dana Whitfield",
                     "school":"Prairie View High School","phone":"+1 316 555 0142"}}
                    """.formatted(recipient(role, language));
        }
    }

    public Someone somebody(UUID tenant, String... roles) {
        String username = "p-" + UUID.randomUUID() + "@example.org";
        TokenBuilder token = demo.tokens()
                .person(username)
                .client("footbridge-demo")
                .tenant(tenant)
                .scopes("notification:read", "notification:write")
                .roles(roles);
        return link(new Someone(Ids.next(), tenant, token, username));
    }

    /** Links the account of a token to a person. */
    public Someone link(Someone someone) {
        JsonNode claims = claims(someone.token().sign());
        AccountLinked account = new AccountLinked(
                someone.id(), claims.path("iss").asText(), claims.path("sub").asText());
        bus.publish(new Event(
                Ids.next(),
                EventType.ACCOUNT_LINKED,
                someone.id(),
                Instant.now(),
                someone.tenant(),
                null,
                1,
                null,
                account));
        await("the account to be linked").atMost(SOON).untilAsserted(() -> assertThat(
                        column("select subject from account where subject = ?", account.subject()))
                .hasSize(1));
        return someone;
    }

    /** The first column of what a superuser sees. */
    public List<String> column(String query, Object parameter) {
        try (Connection superuser = database.connectAsSuperuser();
                PreparedStatement select = superuser.prepareStatement(query)) {
            select.setObject(1, parameter);
            List<String> values = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    values.add(found.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode claims(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
