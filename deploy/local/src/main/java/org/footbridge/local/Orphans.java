package org.footbridge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.footbridge.common.testsupport.PidFile;

/** Ends what a supervisor that was killed has left running: it would hold ports and data against the next start. */
public final class Orphans {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Orphans() {}

    /** Stops them, services first, and returns whose processes they were. */
    public static List<Part> stop(StateDirectory state) {
        List<Part> stopped = new ArrayList<>();
        Arrays.stream(Part.values()).sorted(Comparator.reverseOrder()).forEach(part -> {
            Path record = PidFile.besides(state.log(part));
            PidFile.orphan(record).ifPresent(process -> {
                stop(part, process);
                PidFile.delete(record);
                stopped.add(part);
            });
        });
        return stopped;
    }

    private static void stop(Part part, ProcessHandle process) {
        signal(part == Part.POSTGRES ? "INT" : "TERM", process); // PostgreSQL would wait for its clients at TERM
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for the end of " + part.partName(), e);
        }
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
