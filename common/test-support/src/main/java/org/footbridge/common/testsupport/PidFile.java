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

    /** Records {@code process} as started by this JVM. */
    public static void write(Path file, ProcessHandle process) {
        try {
            Files.writeString(file, identity(process) + " " + identity(ProcessHandle.current()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String identity(ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + " " + started;
    }

    /** Forgets the process. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process if it still runs, but whoever started it does not. */
    public static Optional<ProcessHandle> orphan(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(file).strip().split(" ");
            return running(words[2], words[3]).isPresent() ? Optional.empty() : running(words[0], words[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // half written when the machine went down: nobody can be meant
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> running(String pid, String started) {
        Instant recorded = Instant.ofEpochMilli(Long.parseLong(started));
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt(process, recorded));
    }

    private static boolean startedAt(ProcessHandle process, Instant recorded) {
        return process.info()
                .startInstant()
                .map(started -> Duration.between(started, recorded).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
