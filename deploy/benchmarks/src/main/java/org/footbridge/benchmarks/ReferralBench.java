package org.footbridge.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.footbridge.benchmarks.ReferralWalk.Pupil;
import org.footbridge.benchmarks.ReferralWalk.Step;
import org.footbridge.local.Part;
import org.footbridge.local.Ports;
import org.footbridge.local.Stack;
import org.footbridge.local.StateDirectory;
import org.footbridge.local.demo.Narrator;
import org.footbridge.local.demo.Place;
import org.footbridge.local.demo.World;

/**
 * Create, triage, consent, send and accept through the gateway, over connections that stay open, beside a million referrals:
 * saturation interleaved with the rival, then an open loop at half of it, the statements of each operation, and the lists.
 */
final class ReferralBench {
    private static final int WORKERS = 8;
    private static final int ROUNDS = 3;
    private static final int COUNTED = 25;
    private static final Duration WARM_UP = Duration.ofMinutes(5);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final Duration RIVAL_ROUND = Duration.ofSeconds(5);
    private static final Duration OPEN_LOOP = Duration.ofSeconds(40);

    private final Path root;
    private final SeedOptions options;
    private final AtomicInteger next = new AtomicInteger();

    ReferralBench(Path root, SeedOptions options) {
        this.root = root;
        this.options = options;
    }

    Map<String, Object> run() {
        StateDirectory state = new StateDirectory(root.resolve(".footbridge/bench/referral"));
        new SeedBench(root, options).fillUnlessThere(state);
        try (Stack stack = Stack.builder(root, state)
                .ports(Ports.free())
                .prepareFastStart()
                .optimizing()
                .progress(System.out::println)
                .start()) {
            World world =
                    new World(new Place(stack.gateway(), URI.create(stack.issuer()), stack.mails()), Narrator.silent());
            ReferralWorld seeded = new ReferralWorld(stack, world);
            return measure(stack, world, seeded, seeded.prepare());
        } catch (SQLException e) {
            throw new IllegalStateException("the rival failed", e);
        }
    }

    private Map<String, Object> measure(Stack stack, World world, ReferralWorld seeded, List<Pupil> pupils)
            throws SQLException {
        Runnable walk = () -> walk(world, seeded, pupils, (step, millis) -> {});
        System.out.println("warming up for " + WARM_UP.toSeconds() + " s");
        Load.closed(WORKERS, WARM_UP, walk);
        Cpu cpu = new Cpu(stack);
        List<Double> ours = new ArrayList<>();
        List<Double> rivals = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(Load.closed(WORKERS, ROUND, walk));
            cpu.awaitRest(); // what follows a walk on the bus is its cost, and would be the rival's loss
            rivals.add(rival(stack, seeded.cast(), pupils));
            System.out.printf("round %d: %.2f walks/s, rival %.1f%n", round + 1, ours.getLast(), rivals.getLast());
        }
        Map<Part, Long> cpuBefore = cpu.millis();
        long callsBefore = world.calls();
        Load.closed(WORKERS, ROUND, walk);
        cpu.awaitRest();
        Map<String, Double> cpuPerRequest = LoopBench.perRequest(cpuBefore, cpu.millis(), world.calls() - callsBefore);
        double perSecond = LoopBench.median(ours);
        List<Double> latencies = Collections.synchronizedList(new ArrayList<>());
        Load.open(perSecond / 2, OPEN_LOOP, () -> walk(world, seeded, pupils, (step, millis) -> latencies.add(millis)));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bench", "referral");
        result.put("referrals", options.plan().referrals());
        result.put("ratio", LoopBench.rounded(perSecond / LoopBench.median(rivals)));
        Percentiles latency = Percentiles.of(latencies);
        result.put("p50Ms", LoopBench.rounded(latency.p50()));
        result.put("p99Ms", LoopBench.rounded(latency.p99()));
        result.put("perSecond", LoopBench.rounded(perSecond));
        result.put("callsPerSecond", LoopBench.rounded(perSecond * Step.values().length));
        result.put("rivalPerSecond", LoopBench.rounded(LoopBench.median(rivals)));
        result.put("cpuMsPerRequest", cpuPerRequest);
        result.put("statementsPerOperation", statements(stack, world, seeded, pupils));
        result.put("lists", new DeskLists(world).measure());
        return result;
    }

    private void walk(World world, ReferralWorld seeded, List<Pupil> pupils, BiConsumer<Step, Double> taken) {
        Pupil pupil = pupils.get(next.getAndIncrement() % pupils.size());
        new ReferralWalk(world, pupil, seeded.service(), taken).wholeWay();
    }

    /** In the database of referral-service, whatever its relay and its clocks run meanwhile included. */
    private Map<String, Double> statements(Stack stack, World world, ReferralWorld seeded, List<Pupil> pupils)
            throws SQLException {
        List<ReferralWalk> walks = new ArrayList<>();
        for (int i = 0; i < COUNTED; i++) {
            walks.add(new ReferralWalk(world, pupils.get(i % pupils.size()), seeded.service(), (step, millis) -> {}));
        }
        Statements statements = new Statements(stack);
        Map<String, Double> counted = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            statements.forget();
            walks.forEach(walk -> walk.take(step));
            double each = statements.counts().getOrDefault(Part.REFERRAL, 0L) / (double) COUNTED;
            counted.put(step.name(), LoopBench.rounded(each));
            if (step == Step.CREATE || step == Step.SEND) {
                System.out.println(step + ", the most frequent statements of " + COUNTED + ":");
                statements.mostFrequent(COUNTED).forEach(System.out::println);
            }
        }
        return counted;
    }

    private static double rival(Stack stack, ReferralRival.Cast cast, List<Pupil> pupils) throws SQLException {
        var database = stack.database(Part.REFERRAL);
        try (Connection setUp = database.connectAsSuperuser()) {
            ReferralRival.createTables(setUp, database.provisioning().app());
        }
        List<ReferralRival> rivals = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Connection connection = database.connectAsApp();
            connections.add(connection);
            rivals.add(new ReferralRival(connection, cast));
        }
        AtomicInteger hired = new AtomicInteger();
        AtomicInteger turn = new AtomicInteger();
        ThreadLocal<ReferralRival> mine = ThreadLocal.withInitial(() -> rivals.get(hired.getAndIncrement() % WORKERS));
        try {
            return Load.closed(WORKERS, RIVAL_ROUND, () -> {
                Pupil pupil = pupils.get(turn.getAndIncrement() % pupils.size());
                try {
                    mine.get().run(UUID.fromString(pupil.student()));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
