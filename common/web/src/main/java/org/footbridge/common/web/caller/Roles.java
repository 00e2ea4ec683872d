package org.footbridge.common.web.caller;

/** The realm's roles (architecture section 5, decision 12). */
public final class Roles {
    public static final String DISTRICT_ADMIN = "district_admin";
    public static final String COORDINATOR = "coordinator";
    public static final String COUNSELOR = "counselor";
    public static final String EDUCATOR = "educator";
    public static final String AGENCY_ADMIN = "agency_admin";
    public static final String AGENCY_STAFF = "agency_staff";
    public static final String GUARDIAN = "guardian";
    public static final String STUDENT = "student";
    public static final String PLATFORM_ADMIN = "platform_admin";
    public static final String DISTRICT_APP = "district_app";
    public static final String AGENCY_APP = "agency_app";
    public static final String INTERNAL_SERVICE = "internal_service";

    private Roles() {}
}
