package org.footbridge.directory;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.footbridge.common.testsupport.DemoTokens;

/** The directory that the demo loads, and the way it gets in: through the API. */
public final class DemoDirectory {
    public static final ObjectMapper JSON = new ObjectMapper();
    public static final String HARBOR_LIGHT = "01980000-0000-7000-8000-00000000a001";
    public static final String HARBOR_LIGHT_CHILDREN = "01980000-0000-7000-8000-00000000a010";
    public static final String CEDAR_PATH = "01980000-0000-7000-8000-00000000a002";
    /** Outpatient counseling of Harbor Light: ages 6 to 18, English and Spanish, six places. */
    public static final String OUTPATIENT = "01980000-0000-7000-8000-0000005e0001";
    /** Family counseling of Harbor Light: what tests may correct and verify. */
    public static final String FAMILY_COUNSELING = "01980000-0000-7000-8000-0000005e0003";
    /** Play therapy of Harbor Light's children's programme, an organization below Harbor Light. */
    public static final String PLAY_THERAPY = "01980000-0000-7000-8000-0000005e0005";

    private DemoDirectory() {}

    public static String text() {
        Path file = Path.of(
                System.getProperty("footbridge.root", ".."),
                "deploy/local/src/main/resources/demo/directory.hsds.json");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json() {
        try {
            return JSON.readTree(text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ValidatableResponse load(DemoTokens demo, String body) {
        return given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/directory/imports")
                .then();
    }

    /** Makes sure that the demo's directory is there. */
    public static void present(DemoTokens demo) {
        load(demo, text()).statusCode(200);
    }
}
