package org.footbridge.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;

/** Resident memory of the parts, as the kernel counts it. PostgreSQL is left out: its processes share what each of them counts. */
final class Memory {
    private static final int KIB_PER_MB = 1024;

    private Memory() {}

    /** Megabytes (MiB) by part; empty where there is no /proc. */
    static Map<String, Long> residentMb(Stack stack) {
        Map<String, Long> resident = new TreeMap<>();
        stack.parts().stream()
                .filter(part -> part != Part.SMTP && part != Part.POSTGRES)
                .forEach(part -> {
                    Path status = Path.of("/proc", Long.toString(stack.pid(part)), "status");
                    if (Files.exists(status)) {
                        resident.put(part.partName(), kib(status) / KIB_PER_MB);
                    }
                });
        return resident;
    }

    /** The same of one process. */
    static long residentMb(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return Files.exists(status) ? kib(status) / KIB_PER_MB : 0;
    }

    private static long kib(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no VmRSS in " + status));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
