package org.footbridge.referral.attachment;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of a referral: who gets which, and what is not taken at all. */
@QuarkusTest
class AttachmentTest {
    private static final byte[] TEXT = ("Attendance of " + World.CANARY).getBytes(UTF_8);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldKeepAFileAndGiveItBackToTheSchool() {
        // Given
        Made made = mother.submitted();

        // When
        Response added =
                add(demo.coordinator(), made.referralPath(), "attachment; filename=\"../days.txt\"", TEXT, 201);

        // Then
        added.then()
                .body("name", equalTo("days.txt"))
                .body("type", equalTo("text/plain"))
                .body("bytes", equalTo(TEXT.length))
                .body("addedBy", equalTo("SCHOOL"));
        Response file = download(demo.coordinator(), made.referralPath(), added.path("id"));
        file.then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename=\"days.txt\""))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Type", containsString("text/plain"));
        assertThat(file.asByteArray()).isEqualTo(TEXT);
        download(demo.educator(), made.referralPath(), added.path("id")).then().statusCode(403);
        download(demo.coordinator(), mother.submitted().referralPath(), added.path("id"))
                .then()
                .statusCode(404);
    }

    @Test
    void shouldGiveWithTheRecordWhatTheConsentCovers() throws SQLException {
        // Given
        Made before = mother.triaged();
        String file =
                add(demo.coordinator(), before.referralPath(), null, TEXT, 201).path("id");

        // When
        Made made = mother.acceptedAfter(before, "IDENTITY", "ATTACHMENTS");

        // Then
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/attachments")
                .then()
                .body("items.id", contains(file));
        assertThat(download(demo.agencyStaff(), made.placementPath(), file).asByteArray())
                .isEqualTo(TEXT);
        assertThat(ledger(made, "ATTACHED")).isEqualTo(1);
        assertThat(ledger(made, "ATTACHMENT_READ")).isEqualTo(1);
    }

    @Test
    void shouldGiveNothingThatNobodyReleased() {
        // Given
        Made made = mother.acceptedWith("IDENTITY");
        String file =
                add(demo.coordinator(), made.referralPath(), null, TEXT, 201).path("id");

        // Then
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/attachments")
                .then()
                .body("items", empty());
        download(demo.agencyStaff(), made.placementPath(), file).then().statusCode(404);
        release(made, file).then().statusCode(409).body("type", endsWith("consent-missing"));
    }

    @Test
    void shouldGiveAFileLaterAndTakeItBackWithTheConsent() throws SQLException {
        // Given
        Made made = mother.acceptedWith("IDENTITY", "ATTACHMENTS");
        String file =
                add(demo.coordinator(), made.referralPath(), null, TEXT, 201).path("id");
        download(demo.agencyStaff(), made.placementPath(), file).then().statusCode(404);

        // When
        release(made, file).then().statusCode(200);
        release(made, file).then().statusCode(200);

        // Then
        download(demo.agencyStaff(), made.placementPath(), file).then().statusCode(200);
        assertThat(ledger(made, "ATTACHED")).isEqualTo(1);
        String consents = made.referralPath() + "/consents";
        String consent = ReferralMother.get(demo.coordinator(), consents).path("items[0].id");
        ReferralMother.post(demo.coordinator(), consents + "/" + consent + "/revoke", Map.of(), "\"0\"");
        download(demo.agencyStaff(), made.placementPath(), file)
                .then()
                .statusCode(403)
                .body("type", endsWith("access-revoked"));
    }

    @Test
    void shouldTakeAFileOfTheAgencyWithinTheConsent() {
        // Given
        Made made = mother.acceptedWithFeedback();

        // When
        Response added = add(demo.agencyStaff(), made.placementPath(), null, TEXT, 201);

        // Then
        added.then().body("addedBy", equalTo("AGENCY"));
        download(demo.coordinator(), made.referralPath(), added.path("id"))
                .then()
                .statusCode(200);
        download(demo.agencyStaff(), made.placementPath(), added.path("id"))
                .then()
                .statusCode(200);
        add(demo.agencyStaff(), mother.accepted().placementPath(), null, TEXT, 409);
    }

    @Test
    void shouldRefuseWhatIsNotTaken() {
        Made made = mother.submitted();
        String path = made.referralPath();
        add(demo.coordinator(), path, "attachment; filename=x.pdf", "<html>hello</html>".getBytes(UTF_8), 415)
                .then()
                .body("type", endsWith("type-not-taken"));
        add(demo.coordinator(), path, null, new byte[10_000_001], 413);
        given().auth()
                .oauth2(demo.coordinator().sign())
                .contentType("application/json")
                .body("{}")
                .post(path + "/attachments")
                .then()
                .statusCode(415);
        add(demo.educator(), path, null, TEXT, 403);
        assertThat(List.of(ReferralMother.get(demo.coordinator(), path + "/attachments")
                        .path("items.size()")
                        .toString()))
                .containsExactly("0");
    }

    @Test
    void shouldTakeALargeFileInPiecesAndGiveItBackInPieces() throws Exception {
        // Given
        Made made = mother.submitted();
        byte[] large = ("All is well. ".repeat(750_000)).getBytes(UTF_8);
        HttpRequest upload = HttpRequest.newBuilder(uri(made.referralPath() + "/attachments"))
                .header("Authorization", "Bearer " + demo.coordinator().sign())
                .header("Content-Type", "application/octet-stream")
                // without a length: chunked
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();

        // When
        HttpResponse<String> added = CLIENT.send(upload, HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(added.statusCode()).isEqualTo(201);
        String id = JsonPath.from(added.body()).getString("id");
        HttpRequest download = HttpRequest.newBuilder(uri(made.referralPath() + "/attachments/" + id))
                .header("Authorization", "Bearer " + demo.coordinator().sign())
                .build();
        HttpResponse<byte[]> file = CLIENT.send(download, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(file.headers().firstValueAsLong("Content-Length")).hasValue(large.length);
        assertThat(Arrays.equals(file.body(), large)).isTrue();
        assertThat(localFiles()).isEmpty();
    }

    @Test
    void shouldAnswerARepeatedUploadWithTheSameFile() {
        // Given
        Made made = mother.submitted();
        String key = "file-" + UUID.randomUUID();

        // When
        Response first = withKey(key, made, TEXT);
        Response second = withKey(key, made, TEXT);

        // Then
        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(first.path("id")));
        withKey(key, made, "something else".getBytes(UTF_8)).then().statusCode(422);
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/attachments")
                .then()
                .body("items.size()", equalTo(1));
    }

    private Response withKey(String key, Made made, byte[] bytes) {
        return given().auth()
                .oauth2(demo.coordinator().sign())
                .contentType("application/octet-stream")
                .header("Idempotency-Key", key)
                .body(bytes)
                .post(made.referralPath() + "/attachments");
    }

    private static URI uri(String path) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
    }

    private static List<Path> localFiles() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("footbridge-upload-"))
                    .toList();
        }
    }

    private Response add(TokenBuilder who, String path, String disposition, byte[] bytes, int status) {
        var request = given().auth()
                .oauth2(who.sign())
                .contentType("application/octet-stream")
                .body(bytes);
        Response answer = (disposition == null ? request : request.header("Content-Disposition", disposition))
                .post(path + "/attachments");
        answer.then().statusCode(status);
        return answer;
    }

    private Response release(Made made, String file) {
        return given().auth()
                .oauth2(demo.coordinator().sign())
                .post(made.sentPath() + "/attachments/" + file + "/release");
    }

    private static Response download(TokenBuilder who, String path, String id) {
        return ReferralMother.get(who, path + "/attachments/" + id);
    }

    private long ledger(Made made, String kind) throws SQLException {
        return new EventCounter(database)
                .query("select count(*) from disclosure where kind = ? and placement_id = ?", kind, made.placement());
    }
}
