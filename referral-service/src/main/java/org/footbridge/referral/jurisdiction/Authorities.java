package org.footbridge.referral.jurisdiction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.footbridge.referral.jurisdiction.Authority.Decision;
import org.footbridge.referral.roster.Student;

/**
 * Decides who may consent for a student on a day. Where anything is unknown or unreviewed it is a guardian, and a person
 * has to look: published tables of these ages contradict each other.
 */
public record Authorities(
        Student student, String jurisdiction, List<JurisdictionRule> rules, LocalDate today, Map<Topic, Usage> used) {
    private static final int OF_AGE = 18;
    private static final String OF_AGE_BY = "34 CFR 99.5";

    /** As long as no minor has signed anything. */
    Authorities(Student student, String jurisdiction, List<JurisdictionRule> rules, LocalDate today) {
        this(student, jurisdiction, rules, today, Map.of());
    }

    /** Whether any rule that holds limits what a minor may consent to: only then it matters what was used. */
    static boolean areLimited(List<JurisdictionRule> rules, String jurisdiction, LocalDate today) {
        return rules.stream()
                .filter(rule -> Arrays.stream(Topic.values()).anyMatch(topic -> rule.holds(jurisdiction, topic, today)))
                .map(JurisdictionRule::conditions)
                .anyMatch(limits -> limits != null && (limits.maxSessions() != null || limits.maxDays() != null));
    }

    public Authority on(Topic topic) {
        OptionalInt age = student.ageOn(today);
        if (age.isPresent() && age.getAsInt() >= OF_AGE) {
            return new Authority(topic, Decision.ELIGIBLE_STUDENT, null, null, OF_AGE_BY, false, List.of(), null);
        }
        JurisdictionRule rule = rules.stream()
                .filter(one -> one.holds(jurisdiction, topic, today))
                .findFirst()
                .orElse(null);
        if (rule == null) {
            return new Authority(topic, Decision.GUARDIAN, null, null, null, true, List.of("no-rule"), null);
        }
        if (age.isEmpty()) {
            return guardian(topic, rule, List.of("birth-date-unknown"));
        }
        return age.getAsInt() < rule.minAge() ? tooYoung(topic, rule) : oldEnough(topic, rule);
    }

    /**
     * Whether the law lets the minor alone decide on care for substance use, so that nobody else reads of it without him or her
     * (42 CFR 2.14). What was told in that trust stays so when the sessions are used up that the law allows.
     */
    public boolean keepsSubstanceUse() {
        return new Authorities(student, jurisdiction, rules, today)
                .on(Topic.SUD)
                .minorMaySign();
    }

    private static Authority tooYoung(Topic topic, JurisdictionRule rule) {
        List<String> reasons = new ArrayList<>(List.of("too-young"));
        if (!rule.isReviewed()) {
            reasons.add("rule-not-reviewed");
        }
        return new Authority(
                topic, Decision.GUARDIAN, null, null, rule.citation(), !rule.isReviewed(), List.copyOf(reasons), null);
    }

    private Authority oldEnough(Topic topic, JurisdictionRule rule) {
        if (!rule.isReviewed()) {
            return guardian(topic, rule, List.of("rule-not-reviewed"));
        }
        GuardianInvolvement involvement = GuardianInvolvement.valueOf(rule.guardianInvolvement());
        if (involvement == GuardianInvolvement.REQUIRED) {
            return guardian(topic, rule, List.of("guardian-required"));
        }
        Usage sofar = used.getOrDefault(topic, Usage.NONE);
        List<String> usedUp = sofar.usedUp(rule.conditions(), today);
        if (!usedUp.isEmpty()) {
            return new Authority(
                    topic, Decision.GUARDIAN, null, rule.conditions(), rule.citation(), true, usedUp, sofar);
        }
        List<String> reasons = new ArrayList<>();
        if (rule.conditions() != null) {
            reasons.add("conditions");
        }
        if (involvement == GuardianInvolvement.UNLESS_HARMFUL) {
            reasons.add("guardian-unless-harmful");
        }
        return new Authority(
                topic,
                Decision.MINOR,
                involvement,
                rule.conditions(),
                rule.citation(),
                !reasons.isEmpty(),
                List.copyOf(reasons),
                rule.conditions() == null ? null : sofar);
    }

    private static Authority guardian(Topic topic, JurisdictionRule rule, List<String> reasons) {
        return new Authority(topic, Decision.GUARDIAN, null, rule.conditions(), rule.citation(), true, reasons, null);
    }
}
