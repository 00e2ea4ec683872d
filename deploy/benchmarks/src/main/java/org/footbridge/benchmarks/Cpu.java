package org.footbridge.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;

/** CPU time that each part of the stack has used, its child processes included (PostgreSQL works in them). */
final class Cpu {
    private static final int MILLIS_PER_TICK = 10;
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A tenth of a core, for all of them, counts as rest. */
    private static final int IDLE = 10;

    private final Stack stack;

    Cpu(Stack stack) {
        this.stack = stack;
    }

    /** Milliseconds by part since each started. The mail sink lives in this JVM and is left out. */
    Map<Part, Long> millis() {
        Map<Part, Long> used = new EnumMap<>(Part.class);
        stack.parts().stream()
                .filter(part -> part != Part.SMTP)
                .forEach(part -> used.put(part, treeMillis(stack.pid(part))));
        return used;
    }

    /** Waits until the parts do next to nothing, since what a load has set off goes on after its last answer. */
    void awaitRest() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long before = total();
        long used;
        do {
            LockSupport.parkNanos(GLANCE.toNanos());
            long now = total();
            used = now - before;
            before = now;
        } while (used > GLANCE.toMillis() / IDLE && System.nanoTime() < deadline);
    }

    private long total() {
        return millis().values().stream().mapToLong(Long::longValue).sum();
    }

    private static long treeMillis(long pid) {
        return ProcessHandle.of(pid)
                .map(root -> own(root) + root.descendants().mapToLong(Cpu::own).sum() + reapedChildren(pid))
                .orElse(0L);
    }

    private static long own(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /** What children that have ended had used: fields 16 and 17 of /proc/PID/stat, in ticks; 0 where there is no /proc. */
    private static long reapedChildren(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_PER_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
