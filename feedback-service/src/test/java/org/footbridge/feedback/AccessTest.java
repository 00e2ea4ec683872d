package org.footbridge.feedback;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@FeedbackTest
class AccessTest {
    DemoTokens demo;

    @TestFactory
    Stream<DynamicTest> shouldGuardEveryOperation() {
        return AccessMatrix.of(demo).tests();
    }
}
