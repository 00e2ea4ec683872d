package org.footbridge.common.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a server keeps its data and its log: where the caller says, else in a folder that goes with the server. */
final class ServerDirectories {

    private final Path data;
    private final Path log;
    private final Optional<Path> temporary;

    private ServerDirectories(Path data, Path log, Optional<Path> temporary) {
        this.data = data;
        this.log = log;
        this.temporary = temporary;
    }

    static ServerDirectories of(String name, Path data, Path log) {
        try {
            Optional<Path> temporary = data == null
                    ? Optional.of(Files.createTempDirectory("footbridge-" + name + "-"))
                    : Optional.empty();
            Path chosen =
                    temporary.map(root -> root.resolve("data")).orElse(data).toAbsolutePath();
            return new ServerDirectories(
                    chosen, log == null ? chosen.resolveSibling(name + ".log") : log.toAbsolutePath(), temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return data;
    }

    Path log() {
        return log;
    }

    void removeTemporary() {
        temporary.ifPresent(ServerDirectories::delete);
    }

    static void delete(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
