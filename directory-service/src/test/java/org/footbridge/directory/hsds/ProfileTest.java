package org.footbridge.directory.hsds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

/** The published profile says what this directory serves: real records keep to it, wrong ones do not. */
@QuarkusTest
@DirectoryTest
class ProfileTest {
    DemoTokens demo;

    @Test
    void shouldPublishAPatchForEachSchemaThatItChanges() {
        String profile = given().get("/hsds").path("profile");
        List<String> patches = given().get(URI.create(profile).getPath()).path("patches");
        assertThat(patches).hasSize(4).allMatch(patch -> patch.startsWith(profile + "/"));
        patches.forEach(patch -> given().get(URI.create(patch).getPath()).then().statusCode(200));
        given().get("/hsds/profile/address.json").then().statusCode(404);
        given().get("/hsds/profile/..%2Fimport.schema.json").then().statusCode(404);
    }

    @Test
    void shouldServeWhatItsProfileSays() {
        DemoDirectory.present(demo);
        String service =
                given().get("/hsds/services/{id}", DemoDirectory.OUTPATIENT).asString();
        String organization = given().get("/hsds/organizations/{id}", DemoDirectory.HARBOR_LIGHT)
                .asString();
        assertThat(schema("service").validate(service, InputFormat.JSON)).isEmpty();
        assertThat(schema("organization").validate(organization, InputFormat.JSON))
                .isEmpty();
        assertThat(schema("service")
                        .validate(
                                "{\"attributes\":[{\"link_type\":\"insurance\",\"value\":\"gold\"}]}",
                                InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema("location").validate("{\"attributes\":[{\"link_type\":\"confidential\"}]}", InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(given().get("/hsds/profile/" + name + ".json").asString());
    }
}
