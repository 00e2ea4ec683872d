package org.footbridge.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.local.Part;
import org.footbridge.local.Ports;
import org.footbridge.local.Stack;
import org.footbridge.local.StateDirectory;

/**
 * Searches of a large directory through the gateway with words, distance, three filters and facets: the same answer as the
 * rival's, saturation interleaved with it, then an open loop at half of that. Then the whole directory as one stream.
 */
final class DirectoryBench {
    private static final int WORKERS = 8;
    private static final int ROUNDS = 3;
    private static final int COMPARED = 60;
    private static final int SHOWN_STATEMENTS = 12;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Duration WARM_UP = Duration.ofMinutes(3);
    private static final Duration ROUND = Duration.ofSeconds(15);
    private static final Duration OPEN_LOOP = Duration.ofSeconds(40);
    /** The others only cost CPU here. The gateway wants to know the issuer. */
    private static final Set<Part> PARTS =
            EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.DIRECTORY, Part.GATEWAY);

    /** As if agencies had told of their room in the last thirty days, and had all been asked today whether their entries hold. */
    private static final String REFRESHED = """
            update service_capacities set confirmed_at = confirmed_at + (now() - l.latest)
            from (select max(confirmed_at) as latest from service_capacities) l
            where l.latest < now() - interval '1 day' and confirmed_at is not null;
            insert into service_verifications (service_id, requested_at) select id, now() from services
            on conflict (service_id) do update set requested_at = excluded.requested_at
            """;

    private final Path root;
    private final SeedOptions options;
    private final List<DirectorySearch> searches = DirectorySearch.all();
    private final AtomicInteger next = new AtomicInteger();

    DirectoryBench(Path root, SeedOptions options) {
        this.root = root;
        this.options = options;
    }

    Map<String, Object> run() {
        StateDirectory state = new StateDirectory(root.resolve(".footbridge/bench/directory"));
        new SeedBench(root, options).fillUnlessThere(state, DirectoryBench::refresh);
        try (Stack stack = Stack.builder(root, state)
                .ports(Ports.free())
                .parts(PARTS)
                .prepareFastStart()
                .optimizing()
                .progress(System.out::println)
                .start()) {
            Map<String, Object> result = measure(stack, new DirectoryClient(stack.gateway()));
            result.put("ndjson", new DirectoryStream(stack).measure());
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("the rival failed", e);
        }
    }

    private Map<String, Object> measure(Stack stack, DirectoryClient client) throws SQLException {
        double hits = compare(stack, client);
        Runnable search = () -> client.get(another());
        System.out.println("warming up for " + WARM_UP.toSeconds() + " s");
        Load.closed(WORKERS, WARM_UP, search);
        Cpu cpu = new Cpu(stack);
        List<Double> ours = new ArrayList<>();
        List<Double> rivals = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(Load.closed(WORKERS, ROUND, search));
            cpu.awaitRest();
            rivals.add(rival(stack));
            System.out.printf("round %d: %.1f searches/s, rival %.1f%n", round + 1, ours.getLast(), rivals.getLast());
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bench", "directory");
        result.put("services", options.plan().services());
        result.put("locations", options.plan().locations());
        result.put("hitsPerSearch", LoopBench.rounded(hits));
        result.put("ratio", LoopBench.rounded(LoopBench.median(ours) / LoopBench.median(rivals)));
        openLoop(LoopBench.median(ours) / 2, client, result);
        result.put("perSecond", LoopBench.rounded(LoopBench.median(ours)));
        result.put("rivalPerSecond", LoopBench.rounded(LoopBench.median(rivals)));
        costs(stack, cpu, client, result);
        return result;
    }

    private void openLoop(double perSecond, DirectoryClient client, Map<String, Object> result) {
        List<Double> latencies = Collections.synchronizedList(new ArrayList<>());
        Load.open(perSecond, OPEN_LOOP, () -> {
            long begin = System.nanoTime();
            client.get(another());
            latencies.add((System.nanoTime() - begin) / NANOS_PER_MILLI);
        });
        Percentiles latency = Percentiles.of(latencies);
        result.put("openLoopPerSecond", LoopBench.rounded(perSecond));
        result.put("p50Ms", LoopBench.rounded(latency.p50()));
        result.put("p99Ms", LoopBench.rounded(latency.p99()));
    }

    /** CPU and statements of one search, in a round of their own. */
    private void costs(Stack stack, Cpu cpu, DirectoryClient client, Map<String, Object> result) throws SQLException {
        Statements statements = new Statements(stack);
        statements.forget();
        cpu.awaitRest();
        Map<Part, Long> before = cpu.millis();
        AtomicInteger calls = new AtomicInteger();
        Load.closed(WORKERS, ROUND, () -> {
            client.get(another());
            calls.incrementAndGet();
        });
        result.put("cpuMsPerRequest", LoopBench.perRequest(before, cpu.millis(), calls.get()));
        double each = statements.counts().getOrDefault(Part.DIRECTORY, 0L) / (double) calls.get();
        result.put("statementsPerRequest", LoopBench.rounded(each));
        System.out.println("the most frequent statements of " + calls + " searches:");
        statements.mostFrequent(SHOWN_STATEMENTS).forEach(System.out::println);
    }

    /** Fails where the two find anything else; returns how many services fit a search. */
    private double compare(Stack stack, DirectoryClient client) throws SQLException {
        long hits = 0;
        try (Connection connection = stack.database(Part.DIRECTORY).connectAsApp()) {
            DirectoryRival rival = new DirectoryRival(connection);
            for (DirectorySearch search : searches.subList(0, COMPARED)) {
                DirectoryRival.Found ours = DirectoryRival.Found.of(client.read(search));
                DirectoryRival.Found theirs = rival.run(search);
                if (!ours.equals(theirs)) {
                    throw new IllegalStateException("%s: we find %s, the rival %s".formatted(search, ours, theirs));
                }
                hits += ours.facets().get("total");
            }
        }
        System.out.printf("%d searches gave the same as the rival, %d hits%n", COMPARED, hits);
        return hits / (double) COMPARED;
    }

    private double rival(Stack stack) throws SQLException {
        List<DirectoryRival> rivals = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            connections.add(stack.database(Part.DIRECTORY).connectAsApp());
            rivals.add(new DirectoryRival(connections.getLast()));
        }
        AtomicInteger hired = new AtomicInteger();
        ThreadLocal<DirectoryRival> mine = ThreadLocal.withInitial(() -> rivals.get(hired.getAndIncrement() % WORKERS));
        try {
            return Load.closed(WORKERS, ROUND, () -> {
                try {
                    mine.get().run(another());
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

    private DirectorySearch another() {
        return searches.get(next.getAndIncrement() % searches.size());
    }

    private static void refresh(TestDatabase directory) {
        try (Connection connection = directory.connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(REFRESHED);
            statement.execute("vacuum (analyze) service_capacities");
            statement.execute("vacuum (analyze) service_verifications");
        } catch (SQLException e) {
            throw new IllegalStateException("the seeded directory cannot be brought up to date", e);
        }
    }
}
