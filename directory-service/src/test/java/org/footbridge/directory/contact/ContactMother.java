package org.footbridge.directory.contact;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.footbridge.directory.DemoDirectory;

/** Requests for contact, left as a family leaves them. */
public final class ContactMother {
    static final String WISH = """
            {"name":"Quillwort","reachBy":"PHONE","reach":"+1 555-555-0142","language":"es","age":14,
             "bestTime":"after five","message":"Marmalade skies"}""";

    private ContactMother() {}

    static ValidatableResponse leave(Object service, String wish) {
        return given().contentType(ContentType.JSON)
                .body(wish)
                .post("/api/v1/directory/services/{id}/contact-requests", service)
                .then();
    }

    /** The id of a new request to Harbor Light. */
    public static UUID left() {
        return UUID.fromString(leave(DemoDirectory.PLAY_THERAPY, WISH)
                .statusCode(202)
                .extract()
                .path("reference"));
    }
}
