package org.footbridge.benchmarks.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.footbridge.common.testsupport.Provisioning;
import org.footbridge.common.testsupport.TestDatabase;

/**
 * Brings a service's database to its newest version without starting the service, in the way that its own start does: same
 * scripts, order, owner and placeholders, so that the service finds nothing to do later.
 */
final class Migrations {
    private static final String RESOURCES = "src/main/resources/db";
    /** Those that are built with {@code common/queue}. */
    private static final Set<String> QUEUED = Set.of("referral", "directory", "notification");
    /** Kept here, as the log manager forgets the levels of loggers that nobody holds. Failures come as exceptions. */
    private static final Logger CHATTER = Logger.getLogger("org.flywaydb");

    private final Path root;

    /** @param root folder of the repository */
    Migrations(Path root) {
        this.root = root;
        CHATTER.setLevel(Level.SEVERE);
    }

    void apply(TestDatabase database) {
        Provisioning names = database.provisioning();
        Flyway.configure()
                .dataSource(
                        "jdbc:postgresql://" + database.address() + "/" + names.database(),
                        names.owner(),
                        names.ownerPassword())
                .locations(locations(names.database()))
                .outOfOrder(true)
                .placeholders(Map.of("app", names.app()))
                .load()
                .migrate();
    }

    private String[] locations(String service) {
        Stream<Path> folders = Stream.of(
                root.resolve("common/persistence").resolve(RESOURCES).resolve("persistence"),
                root.resolve("common/messaging").resolve(RESOURCES).resolve("messaging"),
                root.resolve(service + "-service").resolve(RESOURCES).resolve("migration"));
        Stream<Path> queue = QUEUED.contains(service)
                ? Stream.of(root.resolve("common/queue").resolve(RESOURCES).resolve("queue"))
                : Stream.empty();
        return Stream.concat(folders, queue).map(Migrations::location).toArray(String[]::new);
    }

    private static String location(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new SeedException("there are no migrations in " + folder);
        }
        return "filesystem:" + folder.toAbsolutePath();
    }
}
