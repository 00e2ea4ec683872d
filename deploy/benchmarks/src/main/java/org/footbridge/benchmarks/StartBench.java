package org.footbridge.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.footbridge.local.Part;
import org.footbridge.local.Ports;
import org.footbridge.local.Stack;
import org.footbridge.local.StateDirectory;

/** How long each service takes from the process's start until it says that it is ready, alone, while all others run idle. */
final class StartBench {
    private static final int STARTS = 5;
    private static final List<Part> SERVICES =
            List.of(Part.REFERRAL, Part.DIRECTORY, Part.FEEDBACK, Part.NOTIFICATION, Part.GATEWAY);

    private final Path root;

    StartBench(Path root) {
        this.root = root;
    }

    Map<String, Object> run() {
        try (Stack stack = Stack.builder(root, new StateDirectory(root.resolve(".footbridge/bench/start")))
                .ports(Ports.free())
                .prepareFastStart()
                .progress(System.out::println)
                .start()) {
            Map<String, Object> seconds = new LinkedHashMap<>();
            for (Part service : SERVICES) {
                double[] starts = Stream.generate(() -> start(stack, service))
                        .limit(STARTS)
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                System.out.println(service.partName() + ": "
                        + DoubleStream.of(starts).boxed().toList());
                seconds.put(service.partName(), Percentiles.median(starts));
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("bench", "start");
            result.put("medianOf", STARTS);
            result.put("seconds", seconds);
            result.put("residentMb", Memory.residentMb(stack));
            return result;
        }
    }

    private static double start(Stack stack, Part service) {
        stack.kill(service);
        long begin = System.nanoTime();
        stack.restart(service);
        return Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
    }
}
