package org.footbridge.referral.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.desk.DeskName.Reach;
import org.footbridge.referral.referral.Urgency;

/**
 * The statement behind a desk. For each state it asks one index for the newest of each school and stops after a page, so that
 * it costs the same at a thousand referrals and at a million; only the page itself is then read.
 */
final class DeskQuery {
    /** As many schools are asked one by one. Whoever coordinates more is served faster by the index over the district. */
    private static final int FEW_SCHOOLS = 16;

    private static final String PAGE = """
            select r.* from (
                select found.id, found.submitted_at from unnest(cast(:states as text[])) as t(state)
                cross join lateral (%s) found
                order by found.submitted_at desc, found.id desc limit :size
            ) page join referral r on r.tenant_id = :tenant and r.id = page.id
            order by page.submitted_at desc, page.id desc
            """;

    private static final String COUNTS = """
            select t.state, capped.found from unnest(cast(:states as text[])) with ordinality as t(state, place)
            cross join lateral (select count(*) as found from (select id from (%s) hit limit :size) seen) capped
            order by t.place
            """;

    private static final String SCHOOL_BY_SCHOOL = """
            (select hit.id, hit.submitted_at from unnest(cast(:schools as uuid[])) as s(id) cross join lateral (
                select f.id, f.submitted_at from referral f
                where f.tenant_id = :tenant and f.school_id = s.id and f.state = t.state%s
                order by f.submitted_at desc, f.id desc limit :size) hit%s)
            """;

    /** "is true" keeps the planner from the index by school, which it would go through for all of them: the newest come first. */
    private static final String OF_MANY_SCHOOLS = "(f.school_id = any(cast(:schools as uuid[]))) is true";

    private static final String BY = """
            (select f.id, f.submitted_at from referral f
             where f.tenant_id = :tenant and %s and f.state = t.state%s
             order by f.submitted_at desc, f.id desc limit :size)
            """;

    /** Few are late, many are open: the late ones are looked up once, and each is then found by its id, whatever its state. */
    private static final String LATE = """
            from referral f where f.tenant_id = :tenant and f.id = any(array(
                select k.referral_id from service_clock k
                where k.tenant_id = :tenant and k.next_at is not null and not k.paused and k.due_at < :now))
              and f.state = any(cast(:states as text[])) and f.school_id = any(cast(:schools as uuid[]))%s
            """;

    private static final String LATE_PAGE = """
            select r.* from (
                select f.id, f.submitted_at %s order by f.submitted_at desc, f.id desc limit :size
            ) page join referral r on r.tenant_id = :tenant and r.id = page.id
            order by page.submitted_at desc, page.id desc
            """;

    private static final String LATE_COUNTS = """
            select t.state, least(coalesce(late.found, 0), :size)
            from unnest(cast(:states as text[])) with ordinality as t(state, place)
            left join (select f.state, count(*) as found %s group by f.state) late on late.state = t.state
            order by t.place
            """;

    private static final String SENT_TO = """
             and exists (select 1 from placement p where p.tenant_id = :tenant and p.agency_id = cast(:agency as uuid)
                 and p.referral_id = f.id)
            """;

    /** One index tells whose number it is. */
    private static final String NUMBERED = """
             and f.id = (select n.referral_id from referral_tenant n where n.tenant_id = :tenant and n.number = :number)
            """;

    /** To the letter as in the index of the few: whoever looks for a crisis must not wait for the many. */
    private static final String IN_CRISIS = " and f.urgency = 'CRISIS'";

    private final SchoolCaller who;
    private final DeskFilter filter;
    private final Moment at;
    private final Map<String, Object> parameters = new HashMap<>();
    private final String narrowed;

    /** Now, and the district's day. */
    record Moment(Instant now, LocalDate today) {}

    /** Where a page goes on: behind this referral. */
    record Position(Instant submittedAt, UUID id) {}

    /**
     * The statement for one caller.
     *
     * @param filter its days in a zone
     * @param after {@code null} for the first page
     */
    DeskQuery(SchoolCaller who, DeskFilter filter, Moment at, Position after, int size) {
        this.at = at;
        this.who = who;
        this.filter = filter;
        parameters.put("tenant", who.caller().tenant());
        parameters.put("states", filter.desk().states(filter.states()).toArray(String[]::new));
        parameters.put("size", size);
        this.narrowed = narrow(after);
    }

    SchoolCaller who() {
        return who;
    }

    LocalDate today() {
        return at.today();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Empty where the caller has no relation that the desk is filled by. */
    String page() {
        if (filter.desk() == DeskName.OVERDUE) {
            return late(LATE_PAGE);
        }
        List<String> branches = branches("");
        return branches.isEmpty() ? "" : beginning() + PAGE.formatted(String.join(" union ", branches));
    }

    /** As above: a row per state, each counted up to {@code size} and no further. */
    String counts() {
        if (filter.desk() == DeskName.OVERDUE) {
            return late(LATE_COUNTS);
        }
        List<String> branches = branches(" limit :size");
        return branches.isEmpty() ? "" : beginning() + COUNTS.formatted(String.join(" union ", branches));
    }

    private String beginning() {
        return isUnownedOfMany() ? Unowned.LAPSED : "";
    }

    /** Crises are few, and have an index of their own. */
    private boolean isUnownedOfMany() {
        return filter.desk() == DeskName.UNOWNED
                && !isInCrisis()
                && !isFew(only(who.staff().coordinatorAt()));
    }

    private boolean isInCrisis() {
        return filter.urgencies().equals(Set.of(Urgency.CRISIS));
    }

    private static boolean isFew(Set<UUID> schools) {
        return schools.size() <= FEW_SCHOOLS;
    }

    private String late(String statement) {
        Set<UUID> coordinated = only(who.staff().coordinatorAt());
        if (coordinated.isEmpty()) {
            return "";
        }
        parameters.put("now", at.now());
        parameters.put("schools", array(coordinated));
        return statement.formatted(LATE.formatted(narrowed));
    }

    private List<String> branches(String schoolsTogether) {
        Set<UUID> coordinated = only(who.staff().coordinatorAt());
        List<String> branches = new ArrayList<>();
        if (filter.desk().reach() == Reach.OWN_AND_COORDINATED) {
            by("coordinator_id", coordinated, branches);
            standingIn(coordinated, branches);
        } else if (!coordinated.isEmpty()) {
            parameters.put("schools", array(coordinated));
            branches.add(ofSchools(coordinated, schoolsTogether));
        }
        if (filter.desk().reach() != Reach.SCHOOLS) {
            // whom it was sent to is the coordinator's to know: the filter must not tell it to a referrer
            by("referrer_id", filter.agencyId() == null ? only(who.staff().schools()) : coordinated, branches);
        }
        return branches;
    }

    private String ofSchools(Set<UUID> coordinated, String schoolsTogether) {
        if (isFew(coordinated)) {
            return SCHOOL_BY_SCHOOL.formatted(narrowed, schoolsTogether);
        }
        return isUnownedOfMany() ? Unowned.branch(narrowed) : BY.formatted(OF_MANY_SCHOOLS, narrowed);
    }

    /** What is in the hands of those who are away is in the caller's for so long, at the schools that they have lent. */
    private void standingIn(Set<UUID> coordinated, List<String> branches) {
        Map<UUID, Set<UUID>> lent = who.staff().absentAt().entrySet().stream()
                .filter(school -> coordinated.contains(school.getKey()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        lent.forEach((absent, schools) -> {
            String number = Integer.toString(branches.size());
            parameters.put("absent" + number, absent);
            parameters.put("lent" + number, array(schools));
            branches.add(BY.formatted(
                    "f.coordinator_id = :absent%1$s and f.school_id = any(cast(:lent%1$s as uuid[]))".formatted(number),
                    narrowed));
        });
    }

    private void by(String relation, Set<UUID> schools, List<String> branches) {
        if (!schools.isEmpty()) {
            parameters.put("me", who.staff().personId());
            parameters.put(relation, array(schools));
            branches.add(BY.formatted(
                    "f.%1$s = :me and f.school_id = any(cast(:%1$s as uuid[]))".formatted(relation), narrowed));
        }
    }

    private String narrow(Position after) {
        StringBuilder where = new StringBuilder();
        if (isInCrisis()) {
            where.append(IN_CRISIS);
        } else if (!filter.urgencies().isEmpty()) {
            parameters.put(
                    "urgencies", filter.urgencies().stream().map(Urgency::name).toArray(String[]::new));
            where.append(" and f.urgency = any(cast(:urgencies as text[]))");
        }
        days(where);
        if (after != null) {
            parameters.put("afterAt", after.submittedAt());
            parameters.put("afterId", after.id());
            where.append(" and (f.submitted_at, f.id) < (:afterAt, :afterId)");
        }
        if (filter.agencyId() != null) {
            parameters.put("agency", filter.agencyId().toString());
            where.append(SENT_TO);
        }
        if (filter.number() != null) {
            parameters.put("number", filter.number());
            where.append(NUMBERED);
        }
        if (filter.desk() == DeskName.UNOWNED) {
            parameters.put("today", at.today());
            where.append(isUnownedOfMany() ? "" : Unowned.OF_FEW_SCHOOLS);
        }
        return where.toString();
    }

    private void days(StringBuilder where) {
        if (filter.submitted().from() != null) {
            parameters.put("begin", filter.submitted().begin());
            where.append(" and f.submitted_at >= :begin");
        }
        if (filter.submitted().to() != null) {
            parameters.put("end", filter.submitted().end());
            where.append(" and f.submitted_at < :end");
        }
    }

    private Set<UUID> only(Set<UUID> schools) {
        return filter.schoolId() == null
                ? schools
                : schools.stream().filter(filter.schoolId()::equals).collect(Collectors.toSet());
    }

    private static UUID[] array(Set<UUID> schools) {
        return schools.toArray(UUID[]::new);
    }
}
