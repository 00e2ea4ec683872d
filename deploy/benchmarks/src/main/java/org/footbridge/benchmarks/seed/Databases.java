package org.footbridge.benchmarks.seed;

import java.util.stream.Stream;
import org.footbridge.common.testsupport.TestDatabase;

/** The databases that a seed fills, one per service that has one. */
public record Databases(
        TestDatabase referral, TestDatabase directory, TestDatabase feedback, TestDatabase notification) {

    Stream<TestDatabase> all() {
        return Stream.of(referral, directory, feedback, notification);
    }
}
