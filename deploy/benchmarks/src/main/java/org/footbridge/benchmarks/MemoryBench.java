package org.footbridge.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.footbridge.local.Orphans;
import org.footbridge.local.Ports;
import org.footbridge.local.Stack;
import org.footbridge.local.StateDirectory;
import org.footbridge.local.demo.Narrator;
import org.footbridge.local.demo.Place;
import org.footbridge.local.demo.ReferralLoop;
import org.footbridge.local.demo.WebhookReceiver;
import org.footbridge.local.demo.Webhooks;
import org.footbridge.local.demo.World;

/** What each process of the local stack, as {@code deploy/up} starts it, holds after the main job was done many times. */
final class MemoryBench {
    private static final int LOOPS = 500;
    private static final int WORKERS = 4;

    private final Path root;

    MemoryBench(Path root) {
        this.root = root;
    }

    Map<String, Object> run() {
        StateDirectory state = new StateDirectory(root.resolve(".footbridge/bench/memory"));
        Orphans.stop(state);
        state.erase();
        try (Stack stack = Stack.builder(root, state)
                        .ports(Ports.free())
                        .prepareFastStart()
                        .progress(System.out::println)
                        .start();
                WebhookReceiver receiver = new WebhookReceiver()) {
            World world =
                    new World(new Place(stack.gateway(), URI.create(stack.issuer()), stack.mails()), Narrator.silent());
            List<String> students = new BenchWorld(world).prepare();
            Webhooks.register(world, receiver);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("bench", "memory");
            result.put("loops", LOOPS);
            result.put("residentMbBefore", Memory.residentMb(stack));
            long begin = System.nanoTime();
            loop(world, students);
            result.put("perSecond", LoopBench.rounded(LOOPS / ((System.nanoTime() - begin) / 1e9)));
            result.put("residentMb", Memory.residentMb(stack));
            return result;
        }
    }

    private static void loop(World world, List<String> students) {
        try (ExecutorService pool = Executors.newFixedThreadPool(WORKERS)) {
            List<Callable<Boolean>> loops = IntStream.range(0, LOOPS)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        String student = students.get(i % students.size());
                        new ReferralLoop(
                                        world,
                                        new ReferralLoop.Need(
                                                World.EDUCATOR, student, "en", "MEDICAID", BenchWorld.SERVICE, 0))
                                .wholeWay();
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : pool.invokeAll(loops)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a loop failed: " + e.getCause(), e.getCause());
        }
    }
}
