package org.footbridge.benchmarks.seed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.footbridge.common.testsupport.TestDatabase;

/** Fills the databases of all services at once and makes sure that they tell the same. */
public final class Seeder {
    private final SeedPlan plan;
    private final Path root;
    private final Databases databases;
    private final Consumer<String> progress;

    /** @param root folder of the repository, where the migrations are */
    public Seeder(SeedPlan plan, Path root, Databases databases, Consumer<String> progress) {
        this.plan = plan;
        this.root = root;
        this.databases = databases;
        this.progress = progress;
    }

    /**
     * Fills what is empty; leaves alone what the same plan has filled before.
     *
     * @throws SeedException when something else is there, or the services differ
     */
    public SeedReport run() {
        try (Connection connection = databases.referral().connectAsSuperuser()) {
            Optional<SeedMark> earlier = SeedMark.read(connection);
            earlier.ifPresent(this::requireSame);
            SeedMark mark = earlier.isPresent() ? earlier.get() : fill(connection);
            SeedCheck check = new SeedCheck(databases);
            check.run(plan);
            return new SeedReport(
                    earlier.isPresent(),
                    mark.rows(),
                    mark.seconds(),
                    check.referrals(),
                    check.placements(),
                    Checksum.of(databases.referral()));
        } catch (SQLException e) {
            throw new SeedException("the database refused: " + e.getMessage(), e);
        }
    }

    /**
     * The same for a bench that adds rows of its own: what an earlier run of it has left beside the seeded rows stays.
     *
     * @throws SeedException when something else is there, or the services differ right after filling
     */
    public void fillUnlessThere() {
        try (Connection connection = databases.referral().connectAsSuperuser()) {
            Optional<SeedMark> earlier = SeedMark.read(connection);
            earlier.ifPresent(this::requireSame);
            if (earlier.isEmpty()) {
                fill(connection);
                new SeedCheck(databases).run(plan);
            }
        } catch (SQLException e) {
            throw new SeedException("the database refused: " + e.getMessage(), e);
        }
    }

    private void requireSame(SeedMark earlier) {
        if (!earlier.plan().equals(plan.toString())) {
            throw new SeedException("the data directory holds " + earlier.plan() + "; give --fresh to throw it away");
        }
        if (!earlier.isFinished()) {
            throw new SeedException("an earlier run was broken off; give --fresh to begin anew");
        }
    }

    private SeedMark fill(Connection connection) throws SQLException {
        Migrations migrations = new Migrations(root);
        databases.all().forEach(migrations::apply);
        SeedMark.begun(plan).write(connection);
        long begin = System.nanoTime();
        long rows = fillAll();
        SeedMark mark = new SeedMark(plan.toString(), rows, (System.nanoTime() - begin) / 1e9);
        mark.write(connection);
        return mark;
    }

    private long fillAll() {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            List<Future<Long>> filled = new ArrayList<>();
            filled.add(executor.submit(() -> fillOne(databases.referral(), new ReferralSeed())));
            filled.add(executor.submit(() -> fillOne(databases.directory(), new DirectorySeed())));
            filled.add(executor.submit(() -> fillOne(databases.feedback(), new FeedbackSeed())));
            filled.add(executor.submit(() -> fillOne(databases.notification(), new NotificationSeed())));
            long rows = 0;
            for (Future<Long> each : filled) {
                rows += each.get();
            }
            return rows;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SeedException known
                    ? known
                    : new SeedException("filling failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SeedException("interrupted", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private long fillOne(TestDatabase database, Seed seed) throws SQLException {
        String name = database.provisioning().database();
        try (Connection connection = database.connectAsSuperuser()) {
            long rows = seed.fill(plan, connection);
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                // else the first reads, or autovacuum amid a measurement, would pay for hint bits and the visibility
                // map
                statement.execute("vacuum (analyze)");
            }
            progress.accept("%s: %,d rows".formatted(name, rows));
            return rows;
        }
    }
}
