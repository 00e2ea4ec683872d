package org.footbridge.benchmarks.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The agencies and what they offer, each made from its index: what the directory tells and what referral-service keeps of it. */
final class Offers {
    private static final int FIVE = 5;
    private static final int TWENTY = 20;

    private static final List<String> FIRST = List.of(
            "Harbor",
            "Cedar",
            "River",
            "Maple",
            "Summit",
            "Meadow",
            "Willow",
            "Stone",
            "Juniper",
            "Valley",
            "Aspen",
            "Lantern",
            "Bluebird",
            "Orchard",
            "Compass",
            "Hearth");
    private static final List<String> SECOND = List.of(
            "Light Counseling",
            "Path Family Services",
            "Youth Clinic",
            "Community Health",
            "Behavioral Care",
            "Child Guidance",
            "Wellness Partners",
            "Resource Center");
    private static final List<String> CARE = List.of(
            "Individual counseling",
            "Family therapy",
            "Grief group",
            "Intensive outpatient program",
            "Trauma-focused therapy",
            "Skills group",
            "Psychological assessment",
            "Mentoring",
            "Substance use counseling",
            "Telehealth counseling");
    private static final List<String> WHOM = List.of("children", "teens", "young people", "families");
    private static final List<String> FOCUS = List.of(
            "anxiety",
            "depression",
            "grief",
            "trauma",
            "anger",
            "family-conflict",
            "eating",
            "substance-use",
            "self-harm");
    private static final Lottery<String> STATUS = Lottery.of("HAS_CAPACITY", 55)
            .or("WAITLIST", 20)
            .or("NO_CAPACITY", 15)
            .or("ASSESSMENT_REQUIRED", 5)
            .or(null, 5);

    private final SeedPlan plan;
    private final SeedIds ids;

    Offers(SeedPlan plan) {
        this.plan = plan;
        this.ids = new SeedIds(plan);
    }

    /** @param parent the organization above it; only such ones have one as do not take referrals themselves */
    record Organization(int index, UUID id, String name, UUID parent, boolean participating) {}

    /** @param status {@code null} where nobody has said whether there is room */
    record Capacity(String status, Integer available, Integer waitDays, Instant confirmedAt) {}

    /** A service of an organization. Its insurance codes are those of HSDS attributes, in lower case. */
    record Service(
            int index, UUID id, Organization organization, String name, boolean active, Ages ages, Reach reach) {}

    record Ages(int minimum, int maximum) {}

    /** @param focus codes of what it is especially good at; empty where it says nothing of that */
    record Reach(List<String> languages, List<String> insurance, Capacity capacity, List<String> focus) {}

    int organizations() {
        return plan.organizations();
    }

    Organization organization(int index) {
        String name =
                "%s %s".formatted(FIRST.get(index % FIRST.size()), SECOND.get(index / FIRST.size() % SECOND.size()));
        int town = index / (FIRST.size() * SECOND.size());
        boolean participating = index % FIVE != FIVE - 1;
        return new Organization(
                index,
                ids.organization(index),
                index < 2 ? FIRST.get(index) + " " + SECOND.get(index) : town == 0 ? name : name + " " + (town + 1),
                participating ? null : ids.organization(index - 1),
                participating);
    }

    /** The agency that a placement goes to: the nearest organization upwards that takes referrals (decision 13). */
    Organization agency(Organization organization) {
        return organization.participating() ? organization : organization(organization.index() - 1);
    }

    Service service(int index) {
        Dice dice = plan.dice(Kind.SERVICE, index);
        int minimum = dice.between(3, 12);
        Ages ages = new Ages(minimum, minimum + dice.between(4, 10));
        String name = dice.of(CARE) + " for " + dice.of(WHOM);
        Reach reach = new Reach(languages(dice), insurance(dice), capacity(dice), focus(dice));
        Organization organization = organization(index % organizations());
        return new Service(index, ids.id(Kind.SERVICE, index), organization, name, isActive(index), ages, reach);
    }

    /** One that can be sent to. */
    Service anyActive(Dice dice) {
        int index = dice.below(plan.services());
        return service(isActive(index) ? index : index - 1);
    }

    private static boolean isActive(int index) {
        return index % TWENTY != TWENTY - 1;
    }

    private static List<String> languages(Dice dice) {
        List<String> languages = new ArrayList<>(List.of("en"));
        if (dice.chance(45)) {
            languages.add("es");
        }
        if (dice.chance(8)) {
            languages.add("vi");
        }
        return languages;
    }

    private static List<String> insurance(Dice dice) {
        List<String> codes = new ArrayList<>(List.of("medicaid"));
        for (String code : List.of("chip", "private", "sliding")) {
            if (dice.chance(60)) {
                codes.add(code);
            }
        }
        return codes;
    }

    private static List<String> focus(Dice dice) {
        Set<String> focus = new TreeSet<>();
        if (dice.chance(85)) {
            for (int i = dice.between(1, 3); i > 0; i--) {
                focus.add(dice.of(FOCUS));
            }
        }
        return List.copyOf(focus);
    }

    private Capacity capacity(Dice dice) {
        String status = STATUS.draw(dice);
        if (status == null) {
            return new Capacity(null, null, null, null);
        }
        int available = status.equals("HAS_CAPACITY") ? dice.between(1, 20) : 0;
        int wait = status.equals("HAS_CAPACITY") ? dice.between(0, 10) : dice.between(10, 90);
        Instant confirmed = plan.now().minus(Duration.ofMinutes(dice.between(60, 30 * 24 * 60)));
        return new Capacity(status, available, wait, confirmed);
    }
}
