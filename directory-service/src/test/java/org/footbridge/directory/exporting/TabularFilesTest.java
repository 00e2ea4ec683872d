package org.footbridge.directory.exporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

/** What a package is made of goes when nobody needs it any more. */
@QuarkusTest
@DirectoryTest
class TabularFilesTest {
    private static final String PACKAGE = "/api/v1/directory/exports/hsds.zip";
    private static final int AT_ONCE = 0;

    DemoTokens demo;

    @Test
    void shouldLeaveNothingBehindWhenSomebodyHangsUp() throws IOException {
        // Given
        DemoDirectory.present(demo);
        Set<Path> before = files();

        // When
        for (int i = 0; i < 3; i++) {
            hangUp(files());
        }
        given().auth().oauth2(demo.platformAdmin().sign()).get(PACKAGE).then().statusCode(200);

        // Then
        await("every file to be gone").atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(before)
                .containsAll(files()));
    }

    @Test
    void shouldRemoveThePackageThatNobodyGets() throws IOException {
        TabularSpool spool = TabularSpool.open(true);
        spool.begin();
        Path zip = spool.zip();
        spool.discard();
        assertThat(zip).doesNotExist();
    }

    /** While the package is made. */
    private void hangUp(Set<Path> before) throws IOException {
        try (Socket client = new Socket("localhost", RestAssured.port)) {
            client.setSoLinger(true, AT_ONCE);
            client.getOutputStream()
                    .write(("GET " + PACKAGE + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + demo.platformAdmin().sign() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await("the package to be begun")
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !before.containsAll(files()));
        }
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("directory-export"))
                    .collect(Collectors.toSet());
        }
    }
}
