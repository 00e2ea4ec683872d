package org.footbridge.referral.family;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.referral.referral.Referral;

@ApplicationScoped
class FamilyRepository {
    private static final String CHILDREN = """
            select student_id from guardianship
            where tenant_id = :tenant and guardian_id = :guardian and active and has_rights and may_contact
            order by student_id
            """;

    /**
     * Who asked for help sees what became of it. Of what others asked for, a family learns once a coordinator has looked at it, so
     * that nobody hears of it at home before the school has thought about that. What a student asked for alone stays between him or
     * her and the school until a guardian's consent was given for it. No guardian learns of one that guardians are not to be told of.
     */
    private static final String VISIBLE = """
            select r.* from referral r
            where r.tenant_id = :tenant and r.student_id = any(cast(:students as uuid[])) and r.id < :before
              and (cast(:only as uuid) is null or r.id = cast(:only as uuid))
              and r.state <> 'ENTERED_IN_ERROR'
              and (r.guardian_contact or r.student_id = cast(:self as uuid))
              and (r.referrer_id = :me
                   or (r.student_id = cast(:self as uuid) and (:follows = 'ALL'
                       or (:follows = 'TRIAGED' and r.triaged_at is not null)))
                   or (r.student_id <> coalesce(cast(:self as uuid), :me) and r.triaged_at is not null
                       and (r.referrer_id <> r.student_id or exists (
                           select 1 from consent c where c.tenant_id = r.tenant_id and c.referral_id = r.id
                             and c.signer_role = 'GUARDIAN'))))
            order by r.id desc limit :size
            """;

    /** How much of what others did a student may follow. */
    enum Follows {
        OWN,
        TRIAGED,
        ALL
    }

    /** Which of the referrals that a family may see; {@code only} is {@code null} for all of them. */
    record Window(UUID only, UUID before, int size) {}

    /** Whom a guardian has rights over and may be told about. */
    Uni<List<UUID>> children(UUID tenant, UUID guardian) {
        return Panache.getSession().chain(session -> session.createNativeQuery(CHILDREN, UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("guardian", guardian)
                .getResultList());
    }

    /** What somebody speaks at home, as far as the roster knows; {@code null} where it does not. */
    Uni<String> language(UUID tenant, UUID person) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select home_language from person where tenant_id = :tenant and id = :person", String.class)
                .setParameter("tenant", tenant)
                .setParameter("person", person)
                .getSingleResultOrNull());
    }

    /** Newest first. */
    Uni<List<Referral>> visible(FamilyCaller who, Window window) {
        return Panache.getSession().chain(session -> session.createNativeQuery(VISIBLE, Referral.class)
                .setParameter("tenant", who.caller().tenant())
                .setParameter("students", who.students().toArray(UUID[]::new))
                .setParameter("me", who.person())
                .setParameter(
                        "self", who.self() == null ? null : who.self().id().toString())
                .setParameter("follows", who.follows().name())
                .setParameter(
                        "only", window.only() == null ? null : window.only().toString())
                .setParameter("before", window.before())
                .setParameter("size", window.size())
                .getResultList());
    }
}
