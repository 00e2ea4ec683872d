package org.footbridge.common.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process beyond the life of the one who started it, so that the next start can end what a crash left
 * behind. A process id is reused sooner or later; together with the start time it is not.
 */
public final class PidFile {

    /** The clock from which the system computes start times may be set by a second meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private PidFile() {}

    /** The file beside {@code log}. */
    public static Path besides(Path log) {
        return log.resolveSibling(log.getFileName().toString().replaceFirst("\\.log$", "") + ".pid");
    }

    /** Records {@code process}. */
    public static void write(Path file, ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        try {
            Files.writeString(file, process.pid() + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the process. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process if it is the same one and still runs. */
    public static Optional<ProcessHandle> running(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(file).strip().split(" ");
            Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startedAt(process, started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // half written when the machine went down: nobody can be meant
            return Optional.empty();
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant recorded) {
        return process.info()
                .startInstant()
                .map(started -> Duration.between(started, recorded).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
