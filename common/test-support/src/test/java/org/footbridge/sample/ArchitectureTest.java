package org.footbridge.sample;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.footbridge.common.testsupport.HouseRules;

/** The rules as the services use them: shows that the engine runs them. */
@AnalyzeClasses(packages = "org.footbridge.sample.alpha")
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);
}
