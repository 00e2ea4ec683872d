package org.footbridge.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the process that listens on a port, where the system tells (Linux, and only of one's own processes). */
final class PortHolder {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int LONGEST_COMMAND = 120;

    private PortHolder() {}

    /** Such as {@code process 4711 (python3 -m http.server 8080)}. */
    static Optional<String> of(int port) {
        Set<String> sockets = sockets(port);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .findFirst()
                .map(process -> "process " + process.pid() + " (" + command(process) + ")");
    }

    private static Set<String> sockets(int port) {
        String suffix = String.format(":%04X", port);
        Set<String> found = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            try (Stream<String> lines = Files.lines(PROC.resolve(table))) {
                lines.map(line -> line.strip().split("\\s+"))
                        .filter(fields ->
                                fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING))
                        .forEach(fields -> found.add("socket:[" + fields[9] + "]"));
            } catch (IOException e) {
                // not Linux, or no IPv6: then nobody can be named
                continue;
            }
        }
        return found;
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (Stream<Path> descriptors =
                Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            return descriptors.anyMatch(descriptor -> isOneOf(descriptor, sockets));
        } catch (IOException e) {
            return false; // somebody else's process, or one that has ended
        }
    }

    private static boolean isOneOf(Path descriptor, Set<String> sockets) {
        try {
            return sockets.contains(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static String command(ProcessHandle process) {
        String line = process.info().commandLine().orElse("command unknown");
        return line.length() <= LONGEST_COMMAND ? line : line.substring(0, LONGEST_COMMAND) + "…";
    }
}
