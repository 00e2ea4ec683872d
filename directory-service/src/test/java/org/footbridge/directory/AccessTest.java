package org.footbridge.directory;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.Access;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@DirectoryTest
class AccessTest {
    private static final String PUBLIC = "the directory is public";

    DemoTokens demo;

    @BeforeEach
    void directory() {
        DemoDirectory.present(demo);
    }

    @TestFactory
    Stream<DynamicTest> access() {
        return AccessMatrix.of(demo)
                .operation("putServiceCapacity", () -> Access.by(demo.agencyStaff())
                        .path("id", DemoDirectory.OUTPATIENT)
                        .header("If-Match", "*")
                        .body("{\"status\":\"HAS_CAPACITY\",\"available\":2}")
                        .unchanged("/api/v1/directory/services/{id}/capacity"))
                .open("getServiceCapacity", PUBLIC)
                .open("getService", PUBLIC)
                .open("searchServices", PUBLIC)
                .open("searchServicesPrivately", PUBLIC)
                .open("listCrisisLines", "help in a crisis is never behind a login")
                .open("getHsdsApi", PUBLIC)
                .open("getHsdsProfile", PUBLIC)
                .open("listHsdsServices", PUBLIC)
                .open("getHsdsService", PUBLIC)
                .open("listHsdsOrganizations", PUBLIC)
                .open("getHsdsOrganization", PUBLIC)
                .open("listHsdsServiceAtLocations", PUBLIC)
                .open("getHsdsServiceAtLocation", PUBLIC)
                .open("listHsdsTaxonomies", PUBLIC)
                .open("getHsdsTaxonomy", PUBLIC)
                .open("listHsdsTaxonomyTerms", PUBLIC)
                .open("getHsdsTaxonomyTerm", PUBLIC)
                .tests();
    }
}
