package org.footbridge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.common.testsupport.TokenFactory;
import org.footbridge.local.demo.World;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What service tests believe about tokens is what the real Keycloak issues (decision 34). */
@ExtendWith(RunningStack.class)
class TokenClaimsE2ET {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Account(String name, TokenBuilder token) {}

    @TestFactory
    Stream<DynamicTest> shouldGiveTheClaimsThatTheTokenFactoryGives(World world) {
        TokenFactory factory = TokenFactory.start();
        DemoTokens demo = new DemoTokens(factory);
        return Stream.of(
                        new Account(World.PLATFORM_ADMIN, demo.platformAdmin()),
                        new Account(World.DISTRICT_ADMIN, demo.districtAdmin()),
                        new Account(World.COORDINATOR, demo.coordinator()),
                        new Account(World.EDUCATOR, demo.educator()),
                        new Account(World.HIGH_SCHOOL_EDUCATOR, demo.otherEducator()),
                        new Account("gdn-7001@example.edu", demo.guardian()),
                        new Account(World.AGENCY_STAFF, demo.agencyStaff()),
                        new Account(World.OTHER_DISTRICT_ADMIN, demo.otherDistrictAdmin()),
                        new Account(World.OTHER_COORDINATOR, demo.otherDistrictCoordinator()),
                        new Account(World.OTHER_AGENCY_STAFF, demo.otherAgencyStaff()),
                        new Account("client:prairie-view-sis", demo.districtApp()),
                        new Account("client:harborlight-ehr", demo.agencyApp()))
                .map(account -> DynamicTest.dynamicTest(account.name(), () -> compare(world, account)))
                .onClose(factory::close);
    }

    private static void compare(World world, Account account) throws IOException {
        JsonNode real = claims(world.token(account.name()));
        JsonNode ours = claims(account.token().sign());
        for (String claim : Set.of("tenant", "agency", "azp", "preferred_username")) {
            assertThat(real.path(claim)).as(claim).isEqualTo(ours.path(claim));
        }
        assertThat(values(real.at("/realm_access/roles"))).isEqualTo(values(ours.at("/realm_access/roles")));
        assertThat(values(real.at("/aud"))).contains("footbridge");
        assertThat(words(real)).isEqualTo(words(ours));
        assertThat(real.path("sub").asText()).isNotBlank();
        assertThat(real.path("iss").asText()).isEqualTo(world.place().issuer().toString());
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static Set<String> values(JsonNode node) {
        Set<String> values = new TreeSet<>();
        if (node.isTextual()) {
            values.add(node.asText());
        }
        StreamSupport.stream(node.spliterator(), false).forEach(one -> values.add(one.asText()));
        return values;
    }

    /** The footbridge scopes; OpenID's own (profile, email) are the identity provider's business. */
    private static Set<String> words(JsonNode claims) {
        Set<String> words = new TreeSet<>(Set.of(claims.path("scope").asText().split(" ")));
        words.removeIf(scope -> !scope.contains(":"));
        return words;
    }
}
