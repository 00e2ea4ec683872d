package org.footbridge.benchmarks;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.footbridge.benchmarks.seed.Databases;
import org.footbridge.benchmarks.seed.SeedPlan;
import org.footbridge.benchmarks.seed.SeedReport;
import org.footbridge.benchmarks.seed.Seeder;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.local.Orphans;
import org.footbridge.local.Part;
import org.footbridge.local.Ports;
import org.footbridge.local.Stack;
import org.footbridge.local.StateDirectory;

/** Fills the databases of all services in a data directory of its own. Only PostgreSQL runs meanwhile. */
final class SeedBench {
    private final Path root;
    private final SeedOptions options;

    SeedBench(Path root, SeedOptions options) {
        this.root = root;
        this.options = options;
    }

    Map<String, Object> run() {
        SeedReport report = fill(new StateDirectory(root.resolve(".footbridge/bench/seed")));
        return result(options.plan(), report);
    }

    /** Fills the databases of that directory, unless an earlier run has done it, and leaves nothing running. */
    SeedReport fill(StateDirectory state) {
        return with(state, stack -> seeder(stack).run());
    }

    /** The same for a bench that adds to what is seeded. */
    void fillUnlessThere(StateDirectory state) {
        fillUnlessThere(state, directory -> {});
    }

    /** The same, and does something to directory-service's database before that service starts. */
    void fillUnlessThere(StateDirectory state, Consumer<TestDatabase> toDirectory) {
        with(state, stack -> {
            seeder(stack).fillUnlessThere();
            toDirectory.accept(stack.database(Part.DIRECTORY));
            return null;
        });
    }

    private <T> T with(StateDirectory state, Function<Stack, T> work) {
        Orphans.stop(state);
        if (options.fresh()) {
            state.erase();
        }
        try (Stack stack = Stack.builder(root, state)
                .ports(Ports.free())
                .parts(EnumSet.of(Part.POSTGRES))
                .progress(System.out::println)
                .start()) {
            return work.apply(stack);
        }
    }

    private Seeder seeder(Stack stack) {
        Databases databases = new Databases(
                stack.database(Part.REFERRAL),
                stack.database(Part.DIRECTORY),
                stack.database(Part.FEEDBACK),
                stack.database(Part.NOTIFICATION));
        return new Seeder(options.plan(), root, databases, System.out::println);
    }

    private static Map<String, Object> result(SeedPlan plan, SeedReport report) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bench", "seed");
        result.put("referrals", plan.referrals());
        result.put("services", plan.services());
        result.put("seed", plan.seed());
        result.put("today", plan.today().toString());
        result.put("alreadyThere", report.alreadyThere());
        result.put("seconds", Math.round(report.seconds() * 10) / 10.0);
        result.put("rows", report.rows());
        result.put("rowsPerSecond", Math.round(report.rows() / report.seconds()));
        result.put("perSecond", Math.round(plan.referrals() / report.seconds()));
        result.put("referralsByState", report.referrals());
        result.put("placementsByState", report.placements());
        result.put("checksum", report.checksum());
        return result;
    }
}
