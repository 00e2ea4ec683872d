package org.footbridge.benchmarks.seed;

import java.util.List;

/** The districts, one of them as large as all others together, and which students and schools each has. */
final class Districts {
    private static final List<String> NAMES = List.of(
            "Prairie View Unified School District",
            "Eastfield School District",
            "Cottonwood County Schools",
            "Lake Harriet School District",
            "Twin Bridges Unified");
    private static final List<String> ZONES =
            List.of("America/Chicago", "America/Chicago", "America/Denver", "America/New_York", "America/Los_Angeles");
    /** Of twenty students in a row. Brothers and sisters are neighbours, hence only even numbers. */
    private static final int[] SHARES = {10, 4, 2, 2, 2};

    private static final int STUDENTS_PER_SCHOOL = 400;
    private static final int TWENTY = 20;

    private final int[] schools = new int[SHARES.length];
    private final int[] firstSchool = new int[SHARES.length + 1];

    Districts(SeedPlan plan) {
        for (int district = 0; district < SHARES.length; district++) {
            int students = (int) ((long) plan.students() * SHARES[district] / TWENTY);
            schools[district] = Math.max(2, students / STUDENTS_PER_SCHOOL);
            firstSchool[district + 1] = firstSchool[district] + schools[district];
        }
    }

    int count() {
        return SHARES.length;
    }

    String name(int district) {
        return NAMES.get(district);
    }

    String zone(int district) {
        return ZONES.get(district);
    }

    int ofStudent(int student) {
        int left = student % TWENTY;
        int district = 0;
        while (left >= SHARES[district]) {
            left -= SHARES[district++];
        }
        return district;
    }

    /** Schools are counted through all districts. */
    int schools() {
        return firstSchool[SHARES.length];
    }

    int ofSchool(int school) {
        int district = 0;
        while (school >= firstSchool[district + 1]) {
            district++;
        }
        return district;
    }

    /** A family's children go to the same school. */
    int schoolOfFamily(int family, Dice dice) {
        int district = ofStudent(family * 2);
        return firstSchool[district] + dice.below(schools[district]);
    }
}
