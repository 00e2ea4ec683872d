package org.footbridge.referral;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;

/** The on-call chain of the world's school. */
public final class OnCall {
    public static final String PATH = "/api/v1/schools/" + World.SCHOOL + "/on-call";

    private OnCall() {}

    /** Somebody of another school, then a line outside, and the coordinator as the last responder. */
    public static Map<String, Object> chain() {
        return chain(List.of(person(World.OTHER_TEACHER), line()), person(World.COORDINATOR));
    }

    public static Map<String, Object> chain(List<Map<String, Object>> contacts, Map<String, Object> last) {
        return Map.of("contacts", contacts, "lastResponder", last, "hours", "School days 7:30-16:00");
    }

    public static Map<String, Object> person(UUID id) {
        return Map.of("personId", id);
    }

    public static Map<String, Object> line() {
        return Map.of("name", "County mobile crisis team", "phone", "+1-555-0199");
    }

    public static void set(TokenBuilder who, Map<String, Object> chain) {
        put(who, ReferralMother.etag(who, PATH), chain).then().statusCode(200);
    }

    public static Response put(TokenBuilder who, String etag, Map<String, Object> chain) {
        var request =
                given().auth().oauth2(who.sign()).contentType(ContentType.JSON).body(chain);
        return (etag == null ? request : request.header("If-Match", etag)).put(PATH);
    }

    public static void remove(TestDatabase database) {
        World.run(database, "delete from on_call_chain where school_id = '" + World.SCHOOL + "'");
    }
}
