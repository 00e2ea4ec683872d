package org.footbridge.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whom to call, whatever the directory does. */
@QuarkusTest
@WithTestResource(GatewayWorld.class)
class CrisisTest {
    private static final String PUBLISHED = """
            {"items":[{"name":"National line","callNumber":"988","textNumber":"988","languages":["en"],"postalPrefixes":[]},
                      {"name":"Emergency","callNumber":"911"}, {"name":"Text line","textNumber":"741741"},
                      {"name":"Plains <mobile> team","callNumber":"+15555550199","chatUrl":"https://plains.example/","languages":["en"],
                       "postalPrefixes":["004"]}]}""";

    EchoService services;

    @ConfigProperty(name = "footbridge.gateway.crisis-copy")
    Path copy;

    @Test
    void shouldKeepWhatTheDirectoryPublishedWhenItIsGone() throws Exception {
        // When
        services.publishCrisisLines(PUBLISHED);
        await("the fresh lines").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(names("00410"))
                .contains("Plains <mobile> team"));
        services.publishCrisisLines("no JSON");

        // Then
        assertThat(names("00410 ")).isEqualTo("[Plains <mobile> team, National line, Emergency, Text line]");
        assertThat(names("94110")).isEqualTo("[National line, Emergency, Text line]");
        assertThat(names("")).isEqualTo("[National line, Emergency, Text line]");
        assertThat(names("<script>")).isEqualTo("[National line, Emergency, Text line]");
        await("the copy").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(copy)
                .exists());
        assertThat(Files.readString(copy)).contains("Plains <mobile> team");
        assertThat(given().accept("text/html").get("/crisis?postalCode=00410").asString())
                .contains("Plains &lt;mobile&gt; team", "tel:+15555550199", "tel:988");
        assertThat(given().get("/crisis").header("Cache-Control")).isEqualTo("public, max-age=300");
    }

    private static String names(String postalCode) {
        return given().queryParam("postalCode", postalCode)
                .get("/crisis")
                .jsonPath()
                .getList("lines.name")
                .toString();
    }
}
