package org.footbridge.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.ServerStartException;

/** Where a stack keeps what survives its restart: {@code .footbridge} for developers, a scratch folder in tests. */
public record StateDirectory(Path path) {

    private static final long NEEDED_BYTES = 1L << 30;
    private static final long MEGABYTE = 1L << 20;

    public StateDirectory {
        path = path.toAbsolutePath().normalize();
    }

    Path data(Part part) {
        return path.resolve("data").resolve(part.partName());
    }

    /** Output of the part. */
    public Path log(Part part) {
        return logs().resolve(part.partName() + ".log");
    }

    /** Folder of all logs. */
    public Path logs() {
        return path.resolve("logs");
    }

    Path secrets() {
        return path.resolve("secrets.properties");
    }

    /** Makes the folder and refuses to start what would soon fail for want of room. */
    void prepare() {
        try {
            Files.createDirectories(logs());
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new ServerStartException("only " + free / MEGABYTE + " MB are free in " + path
                        + "; the stack needs " + NEEDED_BYTES / MEGABYTE + " MB");
            }
        } catch (IOException e) {
            throw new ServerStartException("cannot write to " + path + ": " + e, e);
        }
    }

    /** Throws the data away: databases, topics, accounts and the secrets that belong to them. */
    public void erase() {
        try {
            Files.deleteIfExists(secrets());
            if (Files.exists(path.resolve("data"))) {
                erase(path.resolve("data"));
            }
        } catch (IOException e) {
            throw new ServerStartException("cannot throw away the data in " + path + ": " + e, e);
        }
    }

    private static void erase(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
