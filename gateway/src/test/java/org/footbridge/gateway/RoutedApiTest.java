package org.footbridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.footbridge.gateway.proxy.Routes;
import org.footbridge.gateway.proxy.Upstream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service documents is behind the door, and what is internal is not: an operation that nobody reaches does not exist. */
@QuarkusTest
@WithTestResource(GatewayWorld.class)
class RoutedApiTest {
    private static final Pattern PATH = Pattern.compile("^  [\"']?(/[^\"':]*)[\"']?:$");

    @Inject
    Routes routes;

    @ParameterizedTest
    @ValueSource(strings = {"referral", "directory", "feedback", "notification"})
    void shouldLeadToEachDocumentedPathAndToNoInternalOne(String service) throws IOException {
        List<String> documented = paths(Path.of("..", service + "-service", "openapi.yaml"));

        assertThat(documented).isNotEmpty().allSatisfy(path -> {
            Upstream upstream = routes.of(path);
            assertThat(upstream == null ? null : upstream.name())
                    .as(path)
                    .isEqualTo(path.startsWith("/internal/") ? null : service);
        });
    }

    private static List<String> paths(Path document) throws IOException {
        try (Stream<String> lines = Files.lines(document)) {
            return lines.flatMap(line -> PATH.matcher(line).results())
                    .map(found -> found.group(1))
                    .toList();
        }
    }
}
