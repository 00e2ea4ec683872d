package org.footbridge.directory.editing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class EditingTest {
    private static final String ORGANIZATIONS = "/api/v1/directory/organizations";
    private static final String ORGANIZATION = ORGANIZATIONS + "/{id}/record";
    private static final String SERVICES = ORGANIZATIONS + "/{id}/services";
    private static final String SERVICE = "/api/v1/directory/services/{id}/record";

    DemoTokens demo;

    private UUID agency;
    private String service;

    @BeforeEach
    void agency() throws IOException {
        DemoDirectory.present(demo);
        agency = UUID.randomUUID();
        service = UUID.randomUUID().toString();
        String document = """
                {"id":"%s","name":"Edited agency","description":"Exists in tests only.",
                 "locations":[{"id":"%s","location_type":"physical","latitude":40,"longitude":-100,
                   "addresses":[{"id":"%s","address_1":"7 Secretstreet","city":"Prairie View","state_province":"NP",
                                 "postal_code":"00999","country":"US","address_type":"physical"}],
                   "attributes":[{"id":"%s","link_type":"confidential","value":"true"}]}],
                 "services":[{"id":"%s","name":"Edited service","status":"active"}]}
                """.formatted(agency, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), service);
        DemoDirectory.load(demo, document).statusCode(200);
    }

    @Test
    void shouldShowAnAgencyItsOwnRecordWhole() {
        as(admin())
                .get(ORGANIZATION, agency)
                .then()
                .statusCode(200)
                .body("record.name", equalTo("Edited agency"))
                .body("record.locations[0].addresses[0].address_1", equalTo("7 Secretstreet"))
                .body("visibility", equalTo("PUBLIC"));
        as(demo.platformAdmin()).get(ORGANIZATION, agency).then().statusCode(200);
        as(demo.otherAgencyStaff()).get(ORGANIZATION, agency).then().statusCode(404);
        as(demo.coordinator()).get(ORGANIZATION, agency).then().statusCode(404);
        as(demo.guardian()).get(ORGANIZATION, agency).then().statusCode(403);
        given().get(ORGANIZATION, agency).then().statusCode(401);
    }

    @Test
    void shouldChangeAnOrganizationWithItsVersion() {
        // Given
        Response read = as(admin()).get(ORGANIZATION, agency);
        ObjectNode changed = body(read);
        ((ObjectNode) changed.get("record")).put("name", "Agency of another name");

        // When
        Response answer = put(admin(), ORGANIZATION, agency, read.header("ETag"), changed);

        // Then
        answer.then().statusCode(200).body("record.name", equalTo("Agency of another name"));
        assertThat(answer.header("ETag")).isNotEqualTo(read.header("ETag"));
        given().get("/hsds/organizations/{id}", agency).then().body("name", equalTo("Agency of another name"));
        put(admin(), ORGANIZATION, agency, read.header("ETag"), changed).then().statusCode(412);
        as(admin()).body(changed.toString()).put(ORGANIZATION, agency).then().statusCode(428);
        put(demo.otherAgencyStaff(), ORGANIZATION, agency, "*", changed).then().statusCode(404);
    }

    @Test
    void shouldChangeAServiceAndFindItAtOnce() {
        Response read = as(admin()).get(SERVICE, service);
        ObjectNode changed = body(read);
        ((ObjectNode) changed.get("record")).put("name", "Wobblebrook sessions").put("minimum_age", 6);
        put(admin(), SERVICE, service, read.header("ETag"), changed).then().statusCode(200);
        given().get("/api/v1/directory/search?q=wobblebrook&age=7")
                .then()
                .statusCode(200)
                .body("items.serviceId", hasItem(service))
                .body("items[0].unknown", empty());
        put(admin(), SERVICE, service, read.header("ETag"), changed).then().statusCode(412);
    }

    @Test
    void shouldAddAService() {
        String body = "{\"record\":{\"name\":\"Added service\",\"status\":\"active\"}}";
        String key = UUID.randomUUID().toString();
        Response added = as(admin()).header("Idempotency-Key", key).body(body).post(SERVICES, agency);
        added.then().statusCode(201);
        assertThat(added.header("Location")).endsWith("/record");
        as(admin()).get(added.header("Location")).then().statusCode(200).body("record.name", equalTo("Added service"));
        as(admin())
                .header("Idempotency-Key", key)
                .body(body)
                .post(SERVICES, agency)
                .then()
                .statusCode(201)
                .header("Location", equalTo(added.header("Location")));
        as(admin())
                .body("{\"record\":{\"id\":\"" + service + "\",\"name\":\"x\",\"status\":\"active\"}}")
                .post(SERVICES, agency)
                .then()
                .statusCode(409);
        as(demo.otherAgencyStaff()).body(body).post(SERVICES, agency).then().statusCode(404);
    }

    @Test
    void shouldLetADistrictCurateItsOwnEntries() {
        // When
        Response added = as(demo.coordinator())
                .body("{\"visibility\":\"DISTRICT\",\"record\":{\"name\":\"District list\",\"description\":\"d\"}}")
                .post(ORGANIZATIONS);
        added.then().statusCode(201).body("curatorDistrictId", equalTo(DemoTokens.PRAIRIE_VIEW.toString()));
        String id = added.path("record.id");
        String inside = as(demo.coordinator())
                .body("{\"record\":{\"name\":\"Zithertown circle\",\"status\":\"active\"}}")
                .post(SERVICES, id)
                .then()
                .statusCode(201)
                .extract()
                .path("record.id");

        // Then
        String search = "/api/v1/directory/search?q=zithertown";
        as(demo.educator()).get(search).then().statusCode(200).body("items.serviceId", hasItem(inside));
        as(demo.otherDistrictCoordinator()).get(search).then().statusCode(200).body("items", empty());
        given().get(search).then().statusCode(200).body("items", empty());
        given().get("/hsds/organizations/{id}", id).then().statusCode(404);
        as(demo.otherDistrictAdmin()).get(ORGANIZATION, id).then().statusCode(404);
        as(demo.districtAdmin()).get(ORGANIZATION, id).then().statusCode(200);
        as(demo.agencyStaff())
                .body("{\"record\":{}}")
                .post(ORGANIZATIONS)
                .then()
                .statusCode(403);
    }

    @Test
    void shouldKeepWhatIsThePlatforms() {
        ObjectNode changed = body(as(admin()).get(ORGANIZATION, agency));
        ObjectNode record = (ObjectNode) changed.get("record");
        record.put("parent_organization_id", DemoDirectory.HARBOR_LIGHT);
        record.withArray("attributes")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("link_type", "participation")
                .put("value", "participating");
        changed.put("visibility", "DISTRICT");
        put(admin(), ORGANIZATION, agency, "*", changed)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems("/record/attributes", "/record/parent_organization_id", "/visibility"));
    }

    @Test
    void shouldNotReachIntoTheRecordsOfOthers() {
        // Given
        JsonNode theirs = DemoDirectory.json().at("/organizations/0/locations/0");
        ObjectNode changed = body(as(admin()).get(ORGANIZATION, agency));
        ((ObjectNode) changed.get("record")).withArray("locations").add(theirs);

        // When
        put(admin(), ORGANIZATION, agency, "*", changed)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/record/locations"));

        // Then
        ObjectNode term = body(as(admin()).get(ORGANIZATION, agency));
        ((ObjectNode) term.get("record"))
                .withArray("attributes")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("link_type", "insurance")
                .putObject("taxonomy_term")
                .put("id", "01980000-0000-7000-8000-0000007e0101")
                .put("name", "Renamed by an agency")
                .put("description", "x")
                .put("code", "medicaid");
        String before = given().get("/hsds/taxonomy_terms?search=renamed")
                .path("total_items")
                .toString();
        put(admin(), ORGANIZATION, agency, "*", term).then().statusCode(200);
        given().get("/hsds/taxonomy_terms?search=renamed").then().body("total_items", equalTo(Integer.valueOf(before)));
    }

    @Test
    void shouldTakeARecordForNoDocumentOfManyRecords() {
        // Given
        String theirs = given().get("/hsds/organizations/{id}", DemoDirectory.HARBOR_LIGHT)
                .path("name");
        ObjectNode changed = body(as(admin()).get(ORGANIZATION, agency));
        ((ObjectNode) changed.get("record"))
                .withArray("organizations")
                .addObject()
                .put("id", DemoDirectory.HARBOR_LIGHT)
                .put("name", "Taken over")
                .put("description", "By a member of that name.");

        // When
        put(admin(), ORGANIZATION, agency, "*", changed);

        // Then
        given().get("/hsds/organizations/{id}", DemoDirectory.HARBOR_LIGHT)
                .then()
                .body("name", equalTo(theirs));
        String mine = "{\"record\":{\"name\":\"Inner\",\"status\":\"active\",\"organizations\":[{\"id\":\""
                + DemoDirectory.HARBOR_LIGHT + "\",\"name\":\"Taken over\",\"description\":\"d\"}]}}";
        as(admin()).body(mine).post(SERVICES, agency);
        given().get("/hsds/organizations/{id}", DemoDirectory.HARBOR_LIGHT)
                .then()
                .body("name", equalTo(theirs));
    }

    @Test
    void shouldPutBackWhatWasReadWithItsPlacesAndCapacities() {
        // Given
        ObjectNode record = body(as(admin()).get(SERVICE, service));
        ObjectNode place = ((ObjectNode) record.get("record"))
                .withArray("service_at_locations")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("description", "Second floor");
        place.put(
                "location_id",
                as(admin())
                        .get(ORGANIZATION, agency)
                        .path("record.locations[0].id")
                        .toString());
        put(admin(), SERVICE, service, "*", record)
                .then()
                .statusCode(200)
                .body("record.service_at_locations[0].location.addresses[0].address_1", equalTo("7 Secretstreet"));

        // When
        ObjectNode read = body(as(admin()).get(SERVICE, service));
        put(admin(), SERVICE, service, "*", read).then().statusCode(200);

        // Then
        as(admin())
                .get(SERVICE, service)
                .then()
                .body("record.service_at_locations", hasSize(1))
                .body("record.service_at_locations[0].description", equalTo("Second floor"));
        given().get("/hsds/services/{id}", service).then().body("service_at_locations", hasSize(1));
    }

    @Test
    void shouldBringNoServiceToASiteOfSomebodyElse() {
        // Given
        String theirs = as(demo.platformAdmin())
                .get(ORGANIZATION, DemoDirectory.HARBOR_LIGHT)
                .path("record.locations[0].id");
        ObjectNode record = body(as(admin()).get(SERVICE, service));
        ((ObjectNode) record.get("record"))
                .withArray("service_at_locations")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("location_id", theirs);

        // When, then
        put(admin(), SERVICE, service, "*", record)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/record/service_at_locations"))
                .body("errors.code", hasItem("not-yours"));

        // Given
        put(demo.platformAdmin(), SERVICE, service, "*", record).then().statusCode(200);
        Response read = as(admin()).get(SERVICE, service);
        read.then().body("record.service_at_locations.location_id", hasItem(theirs));

        // When, then
        put(admin(), SERVICE, service, read.header("ETag"), body(read)).then().statusCode(200);
    }

    @Test
    void shouldLetOneOfTwoEditorsWinWhoReadTheSame() {
        // Given
        Response read = as(admin()).get(SERVICE, service);
        String tag = read.header("ETag");
        TokenBuilder admin = admin();

        // When
        List<CompletableFuture<Integer>> writing;
        try (ExecutorService editors = Executors.newVirtualThreadPerTaskExecutor()) {
            writing = IntStream.range(0, 4)
                    .mapToObj(number -> {
                        ObjectNode changed = body(read);
                        ((ObjectNode) changed.get("record")).put("name", "Edited by " + number);
                        return CompletableFuture.supplyAsync(
                                () -> put(admin, SERVICE, service, tag, changed).statusCode(), editors);
                    })
                    .toList();
        }

        // Then
        assertThat(writing.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
    }

    @Test
    void shouldHideASiteUntilAnEditorSaysThatItIsOpen() {
        // Given
        ObjectNode file = body(as(admin()).get(ORGANIZATION, agency));
        ObjectNode unmarked = (ObjectNode) file.get("record");
        ((ObjectNode) unmarked.at("/locations/0")).remove("attributes");

        // When
        DemoDirectory.load(demo, unmarked.toString()).statusCode(200);

        // Then
        String open = "/hsds/organizations/{id}";
        assertThat(given().get(open, agency).asString())
                .doesNotContain("Secretstreet")
                .doesNotContain("00999");
        put(admin(), ORGANIZATION, agency, "*", file).then().statusCode(200);
        assertThat(given().get(open, agency).asString()).doesNotContain("Secretstreet");
        ((ObjectNode) unmarked.at("/locations/0"))
                .withArray("attributes")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("link_type", "confidential")
                .put("value", "false");
        DemoDirectory.load(demo, unmarked.toString()).statusCode(200);
        assertThat(given().get(open, agency).asString()).doesNotContain("Secretstreet");
        put(admin(), ORGANIZATION, agency, "*", file).then().statusCode(200);
        assertThat(given().get(open, agency).asString()).contains("Secretstreet");
    }

    @Test
    void shouldNameEveryFaultByItsPlace() {
        ObjectNode bad = body(as(admin()).get(SERVICE, service));
        ((ObjectNode) bad.get("record")).put("status", "sleeping").put("url", 7);
        put(admin(), SERVICE, service, "*", bad)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/record/status", "/record/url"));
        ((ObjectNode) bad.get("record")).put("id", UUID.randomUUID().toString());
        put(admin(), SERVICE, service, "*", bad).then().statusCode(422).body("errors.pointer", hasItem("/record/id"));
        as(admin())
                .header("If-Match", "*")
                .body("{}")
                .put(SERVICE, service)
                .then()
                .statusCode(422);
        given().get("/hsds/services?organization_id=" + agency).then().body("contents", hasSize(1));
    }

    private TokenBuilder admin() {
        return demo.tokens()
                .person("director-" + agency)
                .agency(agency)
                .roles("agency_admin")
                .scopes("directory:read", "directory:write");
    }

    private static ObjectNode body(Response read) {
        try {
            ObjectNode body = (ObjectNode) DemoDirectory.JSON.readTree(read.asString());
            body.remove("curatorDistrictId");
            return body;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response put(TokenBuilder who, String path, Object id, String tag, ObjectNode body) {
        return as(who).header("If-Match", tag).body(body.toString()).put(path, id);
    }

    private static RequestSpecification as(TokenBuilder who) {
        return given().auth().oauth2(who.sign()).contentType(ContentType.JSON);
    }
}
