package org.footbridge.benchmarks.seed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who goes to school, who cares for them and who works there. Nobody is kept: each is made from his or her index. */
final class People {
    static final int STAFF_PER_SCHOOL = 7;
    /** The last of a school's staff: its counselor, who coordinates there. */
    static final int COUNSELOR = STAFF_PER_SCHOOL - 1;

    static final int DISTRICT_ADMIN = 0;
    static final int DISTRICT_COORDINATOR = 1;
    static final int STAFF_PER_DISTRICT = 2;

    private static final List<String> GIVEN = List.of(
            "Ada", "Amir", "Ana", "Ben", "Bianca", "Caleb", "Camila", "Chloe", "Dana", "Diego", "Elena", "Eli", "Emma",
            "Felix", "Grace", "Hana", "Hugo", "Imani", "Isaac", "Jade", "Jonah", "Kai", "Layla", "Leo", "Lucia", "Maya",
            "Milo", "Nadia", "Noah", "Nora", "Omar", "Paula", "Quinn", "Rosa", "Samir", "Sofia", "Theo", "Uma", "Vera",
            "Zoe");
    private static final List<String> FAMILY = List.of(
            "Abbott",
            "Alvarez",
            "Baker",
            "Bennett",
            "Castillo",
            "Chen",
            "Cruz",
            "Dalton",
            "Delgado",
            "Ellis",
            "Farah",
            "Flores",
            "Garza",
            "Graham",
            "Hassan",
            "Hayes",
            "Ibarra",
            "Jensen",
            "Khan",
            "Keller",
            "Lopez",
            "Marsh",
            "Mendoza",
            "Nguyen",
            "Novak",
            "Ortega",
            "Parker",
            "Pham",
            "Quintero",
            "Ramos",
            "Reyes",
            "Sato",
            "Shaw",
            "Tran",
            "Underwood",
            "Vargas",
            "Vega",
            "Walsh",
            "Yusuf",
            "Zamora");
    private static final List<String> GRADES =
            List.of("KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12");
    private static final Lottery<String> LANGUAGES = Lottery.of("en", 62)
            .or("es", 27)
            .or("vi", 4)
            .or("ar", 3)
            .or("zh", 2)
            .or("so", 2);
    private static final int YOUNGEST = 5;
    private static final int MIDDLE_SCHOOL = 6;
    private static final int HIGH_SCHOOL = 9;

    /** By kind and index: the demo's logins. */
    private static final Map<Integer, String> DEMO_DISTRICT_STAFF = Map.of(
            0,
            "stf-9001@example.edu",
            1,
            "stf-9002@example.edu",
            2,
            "admin@eastfield.example",
            3,
            "coordinator@eastfield.example");

    private static final Map<Integer, String> DEMO_STAFF = Map.of(0, "stf-9003@example.edu", 1, "stf-9004@example.edu");

    private final SeedPlan plan;
    private final SeedIds ids;
    private final Districts districts;

    People(SeedPlan plan) {
        this.plan = plan;
        this.ids = new SeedIds(plan);
        this.districts = new Districts(plan);
    }

    /** Somebody of the roster. */
    record Person(UUID id, int district, int school, String sourcedId, String username, String given, String family) {
        String name() {
            return given + " " + family;
        }

        /** The account's subject at the issuer, derived as the services do not know it before the first login. */
        String subject() {
            return new UUID(Dice.mix(id.getLeastSignificantBits()), Dice.mix(~id.getLeastSignificantBits())).toString();
        }
    }

    /** What only students have. */
    record Student(Person person, int family, String grade, LocalDate birthDate, String language) {
        String gradeBand() {
            int year = GRADES.indexOf(grade);
            String upperSchool = year < HIGH_SCHOOL ? "6-8" : "9-12";
            return year < MIDDLE_SCHOOL ? "K-5" : upperSchool;
        }
    }

    Districts districts() {
        return districts;
    }

    Student student(int index) {
        Dice dice = plan.dice(Kind.STUDENT, index);
        int family = index / 2;
        Person person = person(
                Kind.STUDENT,
                index,
                school(family),
                "stu-%07d".formatted(index),
                null,
                dice.of(GIVEN),
                familyName(family));
        int year = dice.below(GRADES.size());
        LocalDate birth = plan.today().minusYears(year + YOUNGEST).minusDays(dice.between(1, 364));
        return new Student(person, family, GRADES.get(year), birth, language(family));
    }

    int families() {
        return (plan.students() + 1) / 2;
    }

    /** One family of three has one guardian, the others two. */
    int guardians(int family) {
        return family % 3 == 0 ? 1 : 2;
    }

    Person guardian(int family, int which) {
        int index = family * 2 + which;
        String username = index == 0 ? "gdn-7001@example.edu" : null;
        String given = plan.dice(Kind.GUARDIAN, index).of(GIVEN);
        return person(
                Kind.GUARDIAN, index, school(family), "gdn-%07d".formatted(index), username, given, familyName(family));
    }

    Person staff(int school, int which) {
        int index = school * STAFF_PER_SCHOOL + which;
        Dice dice = plan.dice(Kind.STAFF, index);
        String sourcedId = "stf-%06d".formatted(index);
        return person(Kind.STAFF, index, school, sourcedId, DEMO_STAFF.get(index), dice.of(GIVEN), dice.of(FAMILY));
    }

    /** Its administrator or the coordinator of all schools. */
    Person districtStaff(int district, int which) {
        int index = district * STAFF_PER_DISTRICT + which;
        Dice dice = plan.dice(Kind.DISTRICT_STAFF, index);
        String sourcedId = "lea-%04d".formatted(index);
        String username = DEMO_DISTRICT_STAFF.getOrDefault(index, sourcedId + "@example.edu");
        UUID id = ids.id(Kind.DISTRICT_STAFF, index);
        return new Person(id, district, -1, sourcedId, username, dice.of(GIVEN), dice.of(FAMILY));
    }

    String language(int family) {
        return LANGUAGES.draw(plan.dice(Kind.GUARDIAN, -family - 1L));
    }

    private Person person(
            Kind kind, int index, int school, String sourcedId, String username, String given, String family) {
        String account = username == null ? sourcedId + "@example.edu" : username;
        return new Person(ids.id(kind, index), districts.ofSchool(school), school, sourcedId, account, given, family);
    }

    private int school(int family) {
        return districts.schoolOfFamily(family, plan.dice(Kind.SCHOOL, family));
    }

    private String familyName(int family) {
        return plan.dice(Kind.STUDENT, -family - 1L).of(FAMILY);
    }
}
