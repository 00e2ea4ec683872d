package org.footbridge.local.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.footbridge.common.testsupport.PrivateFiles;
import org.footbridge.local.StateDirectory;

/**
 * Where the supervisor listens, in a file that its user alone can read: whoever knows the token may stop the stack.
 *
 * @param pid process id of the supervisor
 */
record ControlFile(int port, String token, long pid) {

    static Path path(StateDirectory state) {
        return state.path().resolve("control.properties");
    }

    void write(StateDirectory state) {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("token", token);
        properties.setProperty("pid", Long.toString(pid));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
            PrivateFiles.write(path(state), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ControlFile> read(StateDirectory state) {
        if (!Files.exists(path(state))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(path(state))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new ControlFile(
                Integer.parseInt(properties.getProperty("port")),
                properties.getProperty("token"),
                Long.parseLong(properties.getProperty("pid"))));
    }
}
