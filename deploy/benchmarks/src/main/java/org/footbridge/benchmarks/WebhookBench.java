package org.footbridge.benchmarks;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.footbridge.local.Orphans;
import org.footbridge.local.Part;
import org.footbridge.local.Ports;
import org.footbridge.local.Stack;
import org.footbridge.local.StateDirectory;
import org.footbridge.local.demo.Narrator;
import org.footbridge.local.demo.Place;
import org.footbridge.local.demo.World;

/**
 * Webhooks: the time from the commit of an event in referral-service's database to the receiver's socket at a steady rate, and
 * the most deliveries a second to a hundred endpoints, with and without sick ones among them, interleaved with the rival.
 */
final class WebhookBench {
    private static final int ENDPOINTS = 100;
    private static final int SILENT = 4;
    private static final int DRIPPING = 3;
    private static final int BROKEN = 3;
    private static final int WELL = ENDPOINTS - SILENT - DRIPPING - BROKEN;
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path root;
    private final WebhookOptions options;

    WebhookBench(Path root, WebhookOptions options) {
        this.root = root;
        this.options = options;
    }

    Map<String, Object> run() {
        StateDirectory state = new StateDirectory(root.resolve(".footbridge/bench/webhooks"));
        Orphans.stop(state);
        state.erase(); // each run measures the same
        Vertx vertx = Vertx.vertx();
        try (Stack stack = Stack.builder(root, state)
                        .ports(Ports.free())
                        .optimizing()
                        .progress(System.out::println)
                        .start();
                HookServers hooks = new HookServers(vertx)) {
            World world =
                    new World(new Place(stack.gateway(), URI.create(stack.issuer()), stack.mails()), Narrator.silent());
            return measure(vertx, stack, new HookEndpoints(world), hooks);
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("the bench failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            vertx.close();
        }
    }

    private Map<String, Object> measure(Vertx vertx, Stack stack, HookEndpoints endpoints, HookServers hooks)
            throws SQLException, InterruptedException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bench", "webhooks");
        try (ReferralEvents events = new ReferralEvents(stack.database(Part.REFERRAL))) {
            endpoints.register(hooks.urls("well", 1));
            Percentiles latency = latency(events, hooks);
            endpoints.removeAll();
            endpoints.register(hooks.urls("well", WELL));
            List<Double> well = new ArrayList<>();
            List<Double> rivals = new ArrayList<>();
            drain(events, hooks, options.warmUpEvents());
            for (int round = 0; round < ROUNDS; round++) {
                well.add(drain(events, hooks, options.events()));
                rivals.add(rival(vertx, hooks));
                System.out.printf("round %d: %.0f/s, rival %.0f/s%n", round + 1, well.getLast(), rivals.getLast());
            }
            endpoints.register(hooks.urls("silent", SILENT));
            endpoints.register(hooks.urls("drip", DRIPPING));
            endpoints.register(hooks.urls("broken", BROKEN));
            List<Double> amongSick = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                amongSick.add(drain(events, hooks, options.events()));
                System.out.printf("round %d among sick ones: %.0f/s%n", round + 1, amongSick.getLast());
            }
            result.put("ratio", LoopBench.rounded(LoopBench.median(well) / LoopBench.median(rivals)));
            result.put("p50Ms", LoopBench.rounded(latency.p50()));
            result.put("p99Ms", LoopBench.rounded(latency.p99()));
            result.put("perSecond", LoopBench.rounded(LoopBench.median(well)));
            result.put("perSecondAmongSick", LoopBench.rounded(LoopBench.median(amongSick)));
            result.put("sickCost", LoopBench.rounded(1 - LoopBench.median(amongSick) / LoopBench.median(well)));
            result.put("rivalPerSecond", LoopBench.rounded(LoopBench.median(rivals)));
            result.put("latencyEvents", latency.count());
            result.put("latencyEventsPerSecond", options.rate());
        }
        return result;
    }

    /** Commits events at a steady rate, one transaction each, and looks when each came to the receiver. */
    private Percentiles latency(ReferralEvents events, HookServers hooks) throws SQLException {
        Map<String, Long> committed = new LinkedHashMap<>();
        long gap = 1_000_000_000L / options.rate();
        for (int phase = 0; phase <= options.warmUps(); phase++) {
            committed.clear(); // the last phase counts: before it the compilers of five services take the two cores
            long begin = System.nanoTime();
            for (int i = 0; i < options.rate() * options.seconds(); i++) {
                while (System.nanoTime() < begin + i * gap) {
                    LockSupport.parkNanos(begin + i * gap - System.nanoTime());
                }
                String id = events.commitOne();
                committed.put(id, System.nanoTime());
            }
            await(() -> committed.keySet().stream().allMatch(id -> hooks.firstSeen(id) != null));
            System.out.printf("latency, phase %d: %s%n", phase, percentiles(committed, hooks));
        }
        return percentiles(committed, hooks);
    }

    private static Percentiles percentiles(Map<String, Long> committed, HookServers hooks) {
        return Percentiles.of(committed.entrySet().stream()
                .map(entry -> (hooks.firstSeen(entry.getKey()) - entry.getValue()) / 1e6)
                .toList());
    }

    /** Commits many events at once; returns deliveries to well receivers per second, from the first to the last. */
    private static double drain(ReferralEvents events, HookServers hooks, int count) throws SQLException {
        long before = hooks.received();
        long wanted = before + (long) count * WELL;
        events.commitMany(count);
        await(() -> hooks.received() > before);
        long begun = System.nanoTime();
        await(() -> hooks.received() >= wanted);
        return (wanted - before) / ((System.nanoTime() - begun) / 1e9);
    }

    private double rival(Vertx vertx, HookServers hooks) throws InterruptedException {
        return new WebhookRival(vertx, hooks.urls("well", WELL), ReferralEvents.BODY).run(options.rivalRound());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not everything arrived within " + PATIENCE);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
