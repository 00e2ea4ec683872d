package org.footbridge.referral;

import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.Access;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;

/** Whose the calendars of districts and schools are, for {@link AccessMatrixTest}. */
final class CalendarFixtures {
    private static final String DISTRICT = "/api/v1/districts/" + DemoTokens.PRAIRIE_VIEW;
    private static final String SCHOOL = "/api/v1/schools/" + World.SCHOOL + "/calendar";
    private static final String NOTHING = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Nothing//EN
            END:VCALENDAR
            """;

    private final DemoTokens demo;

    CalendarFixtures(DemoTokens demo) {
        this.demo = demo;
    }

    void addTo(AccessMatrix matrix) {
        matrix.operation("importHolidays", () -> file(Access.by(demo.districtAdmin())
                                .path("districtId", DemoTokens.PRAIRIE_VIEW))
                        .header("If-Match", ReferralMother.etag(demo.districtAdmin(), DISTRICT)))
                .operation("getSchoolCalendar", this::school)
                .operation("listSchoolDays", () -> school().query("from", "2031-01-01")
                        .query("to", "2031-01-02"))
                .operation("setSchoolCalendar", () -> school().header("If-Match", etag())
                        .body(AccessMatrixTest.json(Map.of("closures", List.of(), "openDays", List.of()))))
                .operation("importSchoolClosures", () -> file(school()).header("If-Match", etag()));
    }

    private Access school() {
        return Access.by(demo.coordinator()).path("schoolId", World.SCHOOL);
    }

    private static Access file(Access access) {
        return access.query("from", "2031-01-01")
                .query("to", "2031-01-02")
                .contentType("text/calendar")
                .body(NOTHING);
    }

    private String etag() {
        return ReferralMother.etag(demo.coordinator(), SCHOOL);
    }
}
