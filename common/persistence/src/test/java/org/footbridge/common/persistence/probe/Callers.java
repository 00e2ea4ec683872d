package org.footbridge.common.persistence.probe;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.footbridge.common.testsupport.TokenFactory;

/** Requests of people of this district, that district, and nobody. */
public record Callers(TokenFactory tokens) {
    public static final UUID PRAIRIE = UUID.fromString("01980000-0000-7000-8000-00000000d001");
    public static final UUID EASTFIELD = UUID.fromString("01980000-0000-7000-8000-00000000d002");
    public static final UUID AGENCY = UUID.fromString("01980000-0000-7000-8000-00000000a001");

    /** A request of a teacher of the district. */
    public RequestSpecification teacher(UUID district) {
        return given().auth().oauth2(token(district)).contentType("application/json");
    }

    /** The token of a teacher of the district. */
    public String token(UUID district) {
        return tokens.person("teacher-of-" + district)
                .tenant(district)
                .roles("educator")
                .scopes("note:write")
                .sign();
    }

    public RequestSpecification platformAdministrator() {
        String token = tokens.person("root")
                .roles("platform_admin")
                .scopes("note:write")
                .sign();
        return given().auth().oauth2(token).contentType("application/json");
    }

    public RequestSpecification agencyStaff() {
        String token = tokens.person("intake")
                .agency(AGENCY)
                .roles("agency_staff")
                .scopes("note:write")
                .sign();
        return given().auth().oauth2(token).contentType("application/json");
    }
}
