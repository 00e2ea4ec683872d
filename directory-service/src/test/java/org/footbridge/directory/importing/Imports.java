package org.footbridge.directory.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.importing.format.Json;

/** The way of files into the directory, as a platform administrator goes it. */
public final class Imports {
    public static final String SOURCES = "/api/v1/directory/import-sources";
    public static final String RUNS = SOURCES + "/{source}/runs";

    private Imports() {}

    /** A source of its own for a test. */
    public static String source(DemoTokens demo) {
        return source(demo, false);
    }

    public static String source(DemoTokens demo, boolean ownIds) {
        String code = "s-" + UUID.randomUUID().toString().substring(0, 13);
        return given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .body("{\"code\":\"" + code + "\",\"name\":\"Test source\",\"ownIds\":" + ownIds + "}")
                .post(SOURCES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Sends a file and waits until it was dealt with. */
    public static JsonPath run(DemoTokens demo, String source, String type, byte[] file) {
        return run(demo, source, type, file, false);
    }

    public static JsonPath run(DemoTokens demo, String source, String type, byte[] file, boolean dryRun) {
        Response sent = given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType(type)
                .queryParam("dryRun", dryRun)
                .body(file)
                .post(RUNS, source);
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(202);
        return ended(demo, sent.header("Location"));
    }

    /** The run when it was dealt with. */
    public static JsonPath ended(DemoTokens demo, String location) {
        return await("the run")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> given().auth()
                                .oauth2(demo.platformAdmin().sign())
                                .get(location)
                                .jsonPath(),
                        run -> !"RUNNING".equals(run.getString("state")));
    }

    public static JsonPath json(DemoTokens demo, String source, String file) {
        return run(demo, source, "application/json", file.getBytes(StandardCharsets.UTF_8));
    }

    /** What the source's record is called here. */
    public static String id(DemoTokens demo, String source, String entity, String foreignId) {
        JsonPath ids = given().auth()
                .oauth2(demo.platformAdmin().sign())
                .queryParam("limit", 200)
                .get(SOURCES + "/{source}/ids", source)
                .jsonPath();
        return ids.getString("items.find { it.entity == '" + entity + "' && it.foreignId == '" + foreignId + "' }.id");
    }

    /** The whole directory as the platform exports it. */
    public static JsonNode exported(DemoTokens demo) {
        Response answer = given().auth().oauth2(demo.platformAdmin().sign()).get("/api/v1/directory/exports/hsds.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        try {
            return Json.MAPPER.readTree(answer.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
