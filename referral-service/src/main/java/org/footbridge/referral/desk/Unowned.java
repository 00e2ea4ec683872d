package org.footbridge.referral.desk;

/**
 * The statements of what nobody owns, over a whole district: what has no coordinator stands in an index of its own; of the rest each
 * pair of a coordinator and a school is looked up once in the index and compared with who coordinates where at this moment, so that
 * the many referrals of those who do are not gone through.
 */
final class Unowned {
    /** To the letter as in the indexes. */
    private static final String OPEN =
            " and f.state in ('SUBMITTED', 'NEEDS_INFO', 'TRIAGED', 'AWAITING_CONSENT', 'READY', 'PLACED')";

    /** Who coordinates where at this moment, or stands in for who does. */
    private static final String COORDINATORS = """
            select g.person_id, g.school_id from staff_grant g
            join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
            where g.tenant_id = :tenant and g.role = 'coordinator' and p.state = 'ACTIVE' and p.enabled
            union all
            select d.to_person_id, coalesce(d.school_id, g.school_id) from delegation d
            join staff_grant g on g.tenant_id = d.tenant_id and g.person_id = d.from_person_id and g.role = 'coordinator'
                and (d.school_id is null or g.school_id is null or d.school_id = g.school_id)
            where d.tenant_id = :tenant and d.revoked_at is null and :today between d.begins_on and d.ends_on
            """;

    /** Of few schools: whether a referral f has an owner is asked for each. */
    static final String OF_FEW_SCHOOLS = """
             and (f.coordinator_id is null or not (
                 f.coordinator_id in (select c.person_id from (%1$s) c where c.school_id is null)
                 or (f.coordinator_id, f.school_id) in
                     (select c.person_id, c.school_id from (%1$s) c where c.school_id is not null)))
            """.formatted(COORDINATORS);

    private static final String PAIR =
            "select f.coordinator_id, f.school_id from referral f where f.tenant_id = :tenant and f.coordinator_id is not null"
                    + OPEN + "%s order by f.coordinator_id, f.school_id limit 1";

    /** Before the statement: those pairs whose coordinator has gone. */
    static final String LAPSED = """
            with recursive coordinator as materialized (%s),
            pair (person_id, school_id) as (
                (%s)
                union all
                select n.* from pair p cross join lateral (%s) n
            ),
            lapsed as materialized (
                select p.person_id, p.school_id from pair p
                where p.school_id = any(cast(:schools as uuid[]))
                  and p.person_id not in (select c.person_id from coordinator c where c.school_id is null)
                  and (p.person_id, p.school_id) not in
                      (select c.person_id, c.school_id from coordinator c where c.school_id is not null))
            """.formatted(
                    COORDINATORS,
                    PAIR.formatted(""),
                    PAIR.formatted(" and (f.coordinator_id, f.school_id) > (p.person_id, p.school_id)"));

    /** In the place of a branch of {@link DeskQuery}. */
    static final String OF_MANY_SCHOOLS = """
            (select f.id, f.submitted_at from referral f
             where f.tenant_id = :tenant and f.coordinator_id is null and f.state = t.state%1$s
               and (f.school_id = any(cast(:schools as uuid[]))) is true%2$s
             order by f.submitted_at desc, f.id desc limit :size)
            union all
            (select hit.id, hit.submitted_at from lapsed l cross join lateral (
                select f.id, f.submitted_at from referral f
                where f.tenant_id = :tenant and f.coordinator_id = l.person_id and f.school_id = l.school_id
                  and f.state = t.state%1$s%2$s
                order by f.submitted_at desc, f.id desc limit :size) hit
             order by hit.submitted_at desc, hit.id desc limit :size)
            """.replace("%1$s", OPEN).replace("%2$s", "%s");

    private Unowned() {}

    /** The branch with what the list is narrowed to besides. */
    static String branch(String narrowed) {
        return OF_MANY_SCHOOLS.replace("%s", narrowed);
    }
}
