package org.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.footbridge.common.testsupport.PidFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

    /** This JVM's process id at a time when somebody else had it. */
    private static final String GONE = ProcessHandle.current().pid() + " 1000";

    @TempDir
    Path directory;

    private StateDirectory state;
    private Path pidFile;
    private Process process;

    @BeforeEach
    void startProcess() throws IOException {
        state = new StateDirectory(directory);
        Files.createDirectories(state.logs());
        pidFile = PidFile.besides(state.log(Part.KAFKA));
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endProcess() {
        process.destroyForcibly();
    }

    @Test
    void shouldStopWhatAKilledSupervisorLeft() throws Exception {
        // Given
        record(startOf(process), GONE);

        // When / Then
        assertThat(Orphans.stop(state)).containsExactly(Part.KAFKA);
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Orphans.stop(state)).isEmpty();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void shouldSpareWhatALivingSupervisorHolds() {
        // Given
        PidFile.write(pidFile, process.toHandle());

        // When / Then
        assertThat(Orphans.stop(state)).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void shouldSpareAStrangerWhoGotTheSameProcessId() throws IOException {
        // Given
        record(startOf(process) - 60_000, GONE);

        // When / Then
        assertThat(Orphans.stop(state)).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void shouldSpareEverybodyWhenTheRecordIsHalfWritten() throws IOException {
        // Given
        Files.writeString(pidFile, Long.toString(process.pid()));

        // When / Then
        assertThat(Orphans.stop(state)).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    private void record(long started, String supervisor) throws IOException {
        Files.writeString(pidFile, process.pid() + " " + started + " " + supervisor + "\n");
    }

    private static long startOf(Process process) {
        return process.info().startInstant().orElseThrow().toEpochMilli();
    }
}
