package org.footbridge.common.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.footbridge.common.persistence.probe.Callers;
import org.footbridge.common.testsupport.RowLevelSecurity;
import org.footbridge.common.testsupport.ServiceTestResource;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each transaction runs as its caller, whoever else is calling at the same time. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "probe"))
class TenancyTest {
    private static final int BATCHES = 5;
    private static final int AT_ONCE = 80;

    TokenFactory tokens;
    TestDatabase database;
    private Callers callers;

    @BeforeEach
    void callers() {
        callers = new Callers(tokens);
    }

    @Test
    void shouldTellTheDatabaseWhoCalls() {
        assertThat(caller(callers.token(Callers.PRAIRIE))).isEqualTo(Callers.PRAIRIE + "||");
        assertThat(callers.agencyStaff().get("/notes/caller").jsonPath().getString("[0]"))
                .isEqualTo("|" + Callers.AGENCY + "|");
        assertThat(callers.platformAdministrator()
                        .get("/notes/caller")
                        .jsonPath()
                        .getString("[0]"))
                .isEqualTo("||true");
    }

    @Test
    void shouldLeaveNothingOfTheLastCallerBehind() {
        for (int each = 0; each < 30; each++) {
            caller(callers.token(Callers.PRAIRIE));
        }
        for (int each = 0; each < 30; each++) {
            assertThat(given().get("/notes/caller").jsonPath().getString("[0]").replace("|", ""))
                    .isEmpty();
        }
    }

    @Test
    void shouldGiveWorkOfItsOwnNoCaller() {
        String known = given().auth()
                .oauth2(callers.token(Callers.PRAIRIE))
                .get("/notes/background")
                .jsonPath()
                .getString("[0]");

        assertThat(known.replace("|", "")).isEmpty();
    }

    @Test
    void shouldShowOnlyTheCallersRowsWithoutAWhereClause() {
        String ours = "ours " + UUID.randomUUID();
        String theirs = "theirs " + UUID.randomUUID();
        callers.teacher(Callers.PRAIRIE).body("{\"text\":\"" + ours + "\"}").post("/notes");
        callers.teacher(Callers.EASTFIELD).body("{\"text\":\"" + theirs + "\"}").post("/notes");

        assertThat(texts(callers.teacher(Callers.PRAIRIE).get("/notes").asString()))
                .contains(ours)
                .doesNotContain(theirs);
        assertThat(texts(callers.agencyStaff().get("/notes").asString())).isEmpty();
        assertThat(texts(given().get("/notes").asString())).isEmpty();
    }

    @Test
    void shouldNeverMixConcurrentCallers() {
        HttpClient client = HttpClient.newHttpClient();
        List<String> districtTokens = List.of(callers.token(Callers.PRAIRIE), callers.token(Callers.EASTFIELD));
        List<UUID> districts = List.of(Callers.PRAIRIE, Callers.EASTFIELD);

        for (int batch = 0; batch < BATCHES; batch++) {
            List<CompletableFuture<String>> answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(each -> client.sendAsync(request(districtTokens.get(each % 2)), BodyHandlers.ofString())
                            .thenApply(HttpResponse::body))
                    .toList();
            for (int each = 0; each < AT_ONCE; each++) {
                assertThat(answers.get(each).orTimeout(60, TimeUnit.SECONDS).join())
                        .isEqualTo("[\"" + districts.get(each % 2) + "||\"]");
            }
        }
    }

    @Test
    void shouldProveRowLevelSecurityForEveryTable() throws SQLException {
        RowLevelSecurity.of(database)
                .withCommonTables()
                .plant("insert into note (id, tenant_id, text, version) values (gen_random_uuid(), '" + Callers.PRAIRIE
                        + "', 'planted', 0), (gen_random_uuid(), '" + Callers.EASTFIELD + "', 'planted', 0)")
                .check();
    }

    private static HttpRequest request(String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/notes/caller"))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static String caller(String token) {
        return given().auth().oauth2(token).get("/notes/caller").jsonPath().getString("[0]");
    }

    private static List<String> texts(String json) {
        return JsonPath.from(json).getList("");
    }
}
