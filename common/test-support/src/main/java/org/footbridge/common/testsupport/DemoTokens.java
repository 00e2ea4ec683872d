package org.footbridge.common.testsupport;

import java.util.UUID;

/**
 * Tokens of the people and systems that the realm {@code footbridge} knows, with the claims that Keycloak gives them. A
 * field of this type in a {@code @QuarkusTest} class is filled by {@link ServiceTestResource}.
 *
 * @param tokens the issuer
 */
public record DemoTokens(TokenFactory tokens) {

    /** The district Prairie View USD. */
    public static final UUID PRAIRIE_VIEW = UUID.fromString("01980000-0000-7000-8000-00000000d001");

    /** The other district, Eastfield. */
    public static final UUID EASTFIELD = UUID.fromString("01980000-0000-7000-8000-00000000d002");

    /** The agency Harbor Light Counseling. */
    public static final UUID HARBOR_LIGHT = UUID.fromString("01980000-0000-7000-8000-00000000a001");

    /** The other agency, Cedar Path. */
    public static final UUID CEDAR_PATH = UUID.fromString("01980000-0000-7000-8000-00000000a002");

    private static final String CLIENT_OF_PEOPLE = "footbridge-demo";
    private static final String[] SCOPES_OF_PEOPLE = {
        "referral:read", "referral:write", "consent:read", "consent:write", "message:read", "message:write",
        "roster:read", "roster:write", "directory:read", "directory:write", "feedback:read", "feedback:write",
        "notification:read", "notification:write", "webhook:manage", "app:manage", "kpi:read"
    };

    /** Issuer with the realm's confidential clients registered under their demo secrets. */
    public DemoTokens {
        tokens.register("prairie-view-sis", secretOf("prairie-view-sis"), () -> districtApp(tokens));
        tokens.register("harborlight-ehr", secretOf("harborlight-ehr"), () -> agencyApp(tokens));
        tokens.register("notification-service", secretOf("notification-service"), () -> internalService(tokens));
    }

    /** The secret of a demo client. */
    public static String secretOf(String clientId) {
        return "demo-" + clientId + "-secret";
    }

    /** platform-admin, who belongs to no district and no agency. */
    public TokenBuilder platformAdmin() {
        return tokens.person("platform-admin")
                .client(CLIENT_OF_PEOPLE)
                .scopes(SCOPES_OF_PEOPLE)
                .roles("platform_admin");
    }

    /** stf-9001 of Prairie View. */
    public TokenBuilder districtAdmin() {
        return staff("stf-9001@example.edu", PRAIRIE_VIEW).roles("district_admin");
    }

    /** stf-9002 of Prairie View. */
    public TokenBuilder coordinator() {
        return staff("stf-9002@example.edu", PRAIRIE_VIEW).roles("coordinator", "counselor", "educator");
    }

    /** stf-9003 of Prairie View. */
    public TokenBuilder educator() {
        return staff("stf-9003@example.edu", PRAIRIE_VIEW).roles("educator");
    }

    /** stf-9004 of Prairie View: a colleague who did not refer. */
    public TokenBuilder otherEducator() {
        return staff("stf-9004@example.edu", PRAIRIE_VIEW).roles("educator");
    }

    /** gdn-7001 of Prairie View. */
    public TokenBuilder guardian() {
        return staff("gdn-7001@example.edu", PRAIRIE_VIEW).roles("guardian");
    }

    /** Intake of Harbor Light Counseling. */
    public TokenBuilder agencyStaff() {
        return mailed("intake@harborlight.example").agency(HARBOR_LIGHT).roles("agency_admin", "agency_staff");
    }

    /** Administrator of Eastfield. */
    public TokenBuilder otherDistrictAdmin() {
        return staff("admin@eastfield.example", EASTFIELD).roles("district_admin");
    }

    /** Coordinator of Eastfield. */
    public TokenBuilder otherDistrictCoordinator() {
        return staff("coordinator@eastfield.example", EASTFIELD).roles("coordinator", "educator");
    }

    /** Intake of Cedar Path. */
    public TokenBuilder otherAgencyStaff() {
        return mailed("intake@cedarpath.example").agency(CEDAR_PATH).roles("agency_admin", "agency_staff");
    }

    /** The student information system of Prairie View. */
    public TokenBuilder districtApp() {
        return districtApp(tokens);
    }

    /** The health record of Harbor Light Counseling. */
    public TokenBuilder agencyApp() {
        return agencyApp(tokens);
    }

    /** The notification-service itself. */
    public TokenBuilder internalService() {
        return internalService(tokens);
    }

    private TokenBuilder staff(String username, UUID district) {
        return mailed(username).tenant(district);
    }

    private TokenBuilder mailed(String username) {
        return tokens.person(username).client(CLIENT_OF_PEOPLE).email(username).scopes(SCOPES_OF_PEOPLE);
    }

    private static TokenBuilder districtApp(TokenFactory tokens) {
        return tokens.client("prairie-view-sis")
                .tenant(PRAIRIE_VIEW)
                .roles("district_app")
                .scopes("roster:read", "roster:write", "webhook:manage");
    }

    private static TokenBuilder agencyApp(TokenFactory tokens) {
        return tokens.client("harborlight-ehr")
                .agency(HARBOR_LIGHT)
                .roles("agency_app")
                .scopes("referral:read", "referral:write", "message:read", "message:write", "webhook:manage");
    }

    private static TokenBuilder internalService(TokenFactory tokens) {
        return tokens.client("notification-service").roles("internal_service").scopes("internal:recipients");
    }
}
