package org.footbridge.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.footbridge.local.Orphans;
import org.footbridge.local.Part;
import org.footbridge.local.Ports;
import org.footbridge.local.Stack;
import org.footbridge.local.StateDirectory;
import org.footbridge.local.demo.Narrator;
import org.footbridge.local.demo.Place;
import org.footbridge.local.demo.ReferralLoop;
import org.footbridge.local.demo.WebhookReceiver;
import org.footbridge.local.demo.Webhooks;
import org.footbridge.local.demo.World;

/**
 * The main job with many students at once: saturation in closed loops, interleaved with the rival, then an open loop at half
 * of the saturation, in which the time from a change to the arrival of its webhook is taken.
 */
final class LoopBench {
    private static final int WORKERS = 8;
    private static final int ROUNDS = 3;
    private static final int SHOWN_STATEMENTS = 40;
    private static final Duration WARM_UP = Duration.ofMinutes(5);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final Duration RIVAL_ROUND = Duration.ofSeconds(5);
    private static final Duration OPEN_LOOP = Duration.ofSeconds(40);

    private final Path root;
    private final AtomicInteger nextStudent = new AtomicInteger();

    LoopBench(Path root) {
        this.root = root;
    }

    Map<String, Object> run() {
        StateDirectory state = new StateDirectory(root.resolve(".footbridge/bench/loop"));
        Orphans.stop(state);
        state.erase(); // each run measures the same
        try (Stack stack = Stack.builder(root, state)
                        .ports(Ports.free())
                        .prepareFastStart()
                        .optimizing()
                        .progress(System.out::println)
                        .start();
                WebhookReceiver receiver = new WebhookReceiver()) {
            World world =
                    new World(new Place(stack.gateway(), URI.create(stack.issuer()), stack.mails()), Narrator.silent());
            List<String> students = new BenchWorld(world).prepare();
            Webhooks.register(world, receiver);
            return measure(stack, world, receiver, students);
        } catch (SQLException e) {
            throw new IllegalStateException("the rival failed", e);
        }
    }

    private Map<String, Object> measure(Stack stack, World world, WebhookReceiver receiver, List<String> students)
            throws SQLException {
        AtomicInteger loops = new AtomicInteger();
        Runnable loop = () -> {
            new ReferralLoop(world, need(students)).wholeWay();
            loops.incrementAndGet();
        };
        System.out.println("warming up for " + WARM_UP.toSeconds() + " s");
        Load.closed(WORKERS, WARM_UP, loop);
        List<Double> ours = new ArrayList<>();
        List<Double> rivals = new ArrayList<>();
        Cpu cpu = new Cpu(stack);
        Statements statements = new Statements(stack);
        Map<Part, Long> cpuBefore = cpu.millis();
        statements.forget();
        long callsBefore = world.calls();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(Load.closed(WORKERS, ROUND, loop));
            System.out.printf("round %d: %.2f loops/s%n", round + 1, ours.getLast());
        }
        long calls = world.calls() - callsBefore;
        Map<String, Double> cpuPerRequest = perRequest(cpuBefore, cpu.millis(), calls);
        Map<String, Double> statementsPerRequest = perRequest(Map.of(), statements.counts(), calls);
        System.out.println(calls + " calls; the most frequent statements:");
        statements.mostFrequent(SHOWN_STATEMENTS).forEach(System.out::println);
        for (int round = 0; round < ROUNDS; round++) {
            rivals.add(rival(stack));
            System.out.printf("rival round %d: %.1f loops/s%n", round + 1, rivals.getLast());
            ours.add(Load.closed(WORKERS, ROUND.dividedBy(2), loop));
        }
        double perSecond = median(ours);
        int received = receiver.received().size();
        Load.open(perSecond / 2, OPEN_LOOP, loop);
        Percentiles latency = latency(
                receiver.received().subList(received, receiver.received().size()));
        System.out.println("resident MB after " + loops.get() + " loops: " + Memory.residentMb(stack));
        return result(perSecond, median(rivals), latency, cpuPerRequest, statementsPerRequest);
    }

    private ReferralLoop.Need need(List<String> students) {
        String student = students.get(nextStudent.getAndIncrement() % students.size());
        return new ReferralLoop.Need(World.EDUCATOR, student, "en", "MEDICAID", BenchWorld.SERVICE, 0);
    }

    private static double rival(Stack stack) throws SQLException {
        var database = stack.database(Part.REFERRAL);
        try (Connection setUp = database.connectAsSuperuser()) {
            LoopRival.createTables(setUp);
        }
        List<LoopRival> rivals = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Connection connection = database.connectAsSuperuser();
            connections.add(connection);
            rivals.add(new LoopRival(connection));
        }
        AtomicInteger next = new AtomicInteger();
        ThreadLocal<LoopRival> mine = ThreadLocal.withInitial(() -> rivals.get(next.getAndIncrement() % WORKERS));
        try {
            return Load.closed(WORKERS, RIVAL_ROUND, () -> step(mine.get()));
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static void step(LoopRival rival) {
        try {
            rival.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Percentiles latency(List<WebhookReceiver.Received> hooks) {
        return Percentiles.of(hooks.stream()
                .map(hook -> Duration.between(
                        Instant.parse(hook.body().at("/timestamp").asText()), hook.at()))
                .map(taken -> taken.toNanos() / 1e6)
                .toList());
    }

    static Map<String, Double> perRequest(Map<Part, Long> before, Map<Part, Long> after, long calls) {
        Map<String, Double> used = new TreeMap<>();
        double total = 0;
        for (Part part : after.keySet()) {
            double each = (after.get(part) - before.getOrDefault(part, 0L)) / (double) Math.max(1, calls);
            total += each;
            used.put(part.partName(), rounded(each));
        }
        used.put("total", rounded(total));
        return used;
    }

    private static Map<String, Object> result(
            double perSecond,
            double rival,
            Percentiles latency,
            Map<String, Double> cpu,
            Map<String, Double> statements) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bench", "loop");
        result.put("ratio", rounded(perSecond / rival));
        result.put("p50Ms", rounded(latency.p50()));
        result.put("p99Ms", rounded(latency.p99()));
        result.put("perSecond", rounded(perSecond));
        result.put("cpuMsPerRequest", cpu);
        result.put("statementsPerRequest", statements);
        result.put("rivalPerSecond", rounded(rival));
        result.put("webhooks", latency.count());
        result.put("openLoopPerSecond", rounded(perSecond / 2));
        return result;
    }

    static double median(List<Double> values) {
        return Percentiles.median(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
