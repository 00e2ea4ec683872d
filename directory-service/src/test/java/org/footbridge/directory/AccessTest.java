package org.footbridge.directory;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.Access;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.contact.ContactMother;
import org.footbridge.directory.importing.Imports;
import org.footbridge.directory.truth.Suggestions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@DirectoryTest
class AccessTest {
    private static final String PUBLIC = "the directory is public";

    private static final String CRISIS_LINE = """
            {"name":"n","description":"d","callNumber":"988","languages":["en"],"audience":"a","hours":"h","postalPrefixes":["ZZ"],
             "position":99}""";

    DemoTokens demo;

    @BeforeEach
    void directory() {
        DemoDirectory.present(demo);
    }

    @TestFactory
    Stream<DynamicTest> access() {
        return correcting(importing(writing(open(AccessMatrix.of(demo))))).tests();
    }

    private AccessMatrix importing(AccessMatrix matrix) {
        return matrix.operation(
                        "getImportSource", () -> Access.by(demo.platformAdmin()).path("id", Imports.source(demo)))
                .operation("putImportSource", () -> Access.by(demo.platformAdmin())
                        .path("id", Imports.source(demo))
                        .header("If-Match", "*")
                        .body("{\"code\":\"access-test\",\"name\":\"n\"}"))
                .operation("startImportRun", () -> Access.by(demo.platformAdmin())
                        .path("source", Imports.source(demo))
                        .body("[]"))
                .operation(
                        "listImportRuns", () -> Access.by(demo.platformAdmin()).path("source", Imports.source(demo)))
                .operation("getImportRun", this::run)
                .operation(
                        "listImportedIds", () -> Access.by(demo.platformAdmin()).path("source", Imports.source(demo)));
    }

    private AccessMatrix correcting(AccessMatrix matrix) {
        return matrix.operation("getServiceSources", () -> Access.by(demo.agencyStaff())
                        .path("id", DemoDirectory.FAMILY_COUNSELING))
                .operation("verifyService", () -> Access.by(demo.agencyStaff())
                        .path("id", DemoDirectory.FAMILY_COUNSELING)
                        .header("If-Match", "*")
                        .unchanged("/api/v1/directory/services/{id}/verification"))
                .operation("getSuggestion", () -> Access.by(demo.agencyStaff())
                        .path("id", Suggestions.about(DemoDirectory.FAMILY_COUNSELING))
                        .hiddenIn("/api/v1/directory/suggestions?limit=200"))
                .operation("acceptSuggestion", () -> Access.by(demo.agencyStaff())
                        .path("id", Suggestions.about(DemoDirectory.FAMILY_COUNSELING))
                        .header("If-Match", "*"))
                .operation("rejectSuggestion", () -> Access.by(demo.agencyStaff())
                        .path("id", Suggestions.about(DemoDirectory.FAMILY_COUNSELING))
                        .header("If-Match", "*"))
                .operation("mergeService", () -> Access.by(demo.platformAdmin())
                        .path("id", service())
                        .body("{\"into\":\"" + service() + "\"}"));
    }

    private AccessMatrix writing(AccessMatrix matrix) {
        return matrix.operation("putServiceCapacity", () -> Access.by(demo.agencyStaff())
                        .path("id", DemoDirectory.OUTPATIENT)
                        .header("If-Match", "*")
                        .body("{\"status\":\"HAS_CAPACITY\",\"available\":2}")
                        .unchanged("/api/v1/directory/services/{id}/capacity"))
                .operation("getContactRequest", () -> Access.by(demo.agencyStaff())
                        .path("id", ContactMother.left())
                        .hiddenIn("/api/v1/directory/contact-requests?limit=200"))
                .operation("closeContactRequest", () -> Access.by(demo.agencyStaff())
                        .path("id", ContactMother.left())
                        .header("If-Match", "*")
                        .body("{\"outcome\":\"REACHED\"}")
                        .unchanged("/api/v1/directory/contact-requests/{id}"))
                .operation("getOrganizationRecord", () -> Access.by(demo.agencyStaff())
                        .path("id", DemoDirectory.HARBOR_LIGHT_CHILDREN))
                .operation("putOrganizationRecord", () -> Access.by(demo.agencyStaff())
                        .path("id", DemoDirectory.HARBOR_LIGHT_CHILDREN)
                        .header("If-Match", "*")
                        .body(record(
                                "/api/v1/directory/organizations/{id}/record", DemoDirectory.HARBOR_LIGHT_CHILDREN))
                        .unchanged("/api/v1/directory/organizations/{id}/record"))
                .operation("addServiceRecord", () -> Access.by(demo.agencyStaff())
                        .path("id", DemoDirectory.HARBOR_LIGHT_CHILDREN)
                        .body("{\"record\":{\"name\":\"Added\",\"status\":\"inactive\"}}"))
                .operation(
                        "getServiceRecord", () -> Access.by(demo.agencyStaff()).path("id", DemoDirectory.PLAY_THERAPY))
                .operation("putServiceRecord", () -> Access.by(demo.agencyStaff())
                        .path("id", DemoDirectory.PLAY_THERAPY)
                        .header("If-Match", "*")
                        .body(record("/api/v1/directory/services/{id}/record", DemoDirectory.PLAY_THERAPY))
                        .unchanged("/api/v1/directory/services/{id}/record"))
                .operation("putCrisisLine", () -> Access.by(demo.platformAdmin())
                        .path("code", "access-" + UUID.randomUUID())
                        .body(CRISIS_LINE));
    }

    private static AccessMatrix open(AccessMatrix matrix) {
        return matrix.open("requestContact", "a family asks for help without an account")
                .open("listDirectoryChanges", PUBLIC)
                .open("suggestEdit", "whoever finds a fault may say so")
                .open("getServiceVerification", PUBLIC)
                .open("getServiceCapacity", PUBLIC)
                .open("getService", PUBLIC)
                .open("searchServices", PUBLIC)
                .open("searchServicesPrivately", PUBLIC)
                .open("listCrisisLines", "help in a crisis is never behind a login")
                .open("getHsdsApi", PUBLIC)
                .open("getHsdsProfile", PUBLIC)
                .open("getHsdsProfilePatch", PUBLIC)
                .open("searchHsdsServices", PUBLIC)
                .open("searchHsdsOrganizations", PUBLIC)
                .open("searchHsdsServiceAtLocations", PUBLIC)
                .open("searchHsdsTaxonomies", PUBLIC)
                .open("searchHsdsTaxonomyTerms", PUBLIC)
                .open("listHsdsServices", PUBLIC)
                .open("getHsdsService", PUBLIC)
                .open("listHsdsOrganizations", PUBLIC)
                .open("getHsdsOrganization", PUBLIC)
                .open("listHsdsServiceAtLocations", PUBLIC)
                .open("getHsdsServiceAtLocation", PUBLIC)
                .open("listHsdsTaxonomies", PUBLIC)
                .open("getHsdsTaxonomy", PUBLIC)
                .open("listHsdsTaxonomyTerms", PUBLIC)
                .open("getHsdsTaxonomyTerm", PUBLIC);
    }

    /** The record as it stands, so that writing it changes nothing. */
    private String record(String path, String id) {
        try {
            ObjectNode body = (ObjectNode) DemoDirectory.JSON.readTree(given().auth()
                    .oauth2(demo.agencyStaff().sign())
                    .get(path, id)
                    .asString());
            body.remove("curatorDistrictId");
            return body.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String service() {
        String source = Imports.source(demo);
        Imports.json(demo, source, """
                {"id": "o", "name": "n", "description": "d", "services": [{"id": "s", "name": "n", "status": "active"}]}
                """);
        return Imports.id(demo, source, "service", "s");
    }

    private Access run() {
        String source = Imports.source(demo);
        return Access.by(demo.platformAdmin())
                .path("source", source)
                .path("id", Imports.json(demo, source, "[]").getString("id"));
    }
}
