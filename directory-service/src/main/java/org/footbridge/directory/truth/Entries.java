package org.footbridge.directory.truth;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;

/** Which services a caller may see, and which are its own to speak for. */
@ApplicationScoped
class Entries {
    private static final String IS_PUBLIC = """
            select exists (select from services s join organizations o on o.id = s.organization_id
                           where s.id = :service and s.visibility = 'public' and o.visibility = 'public')
            """;
    private static final String IS_ALIAS = """
            select exists (select from record_aliases where id = :service)
            """;
    private static final String IS_THERE = "select exists (select from services where id = :service)";

    /** The service's organization or one above it; 20 levels end a circle that bad data may hold. */
    private static final String IS_OWN = """
            with recursive up as (
              select o.id, o.parent_organization_id, 1 as depth
              from organizations o join services s on s.organization_id = o.id where s.id = :service
              union all
              select o.id, o.parent_organization_id, up.depth + 1
              from organizations o join up on o.id = up.parent_organization_id where up.depth < 20)
            select exists (select from up where id = :organization)
            """;

    Uni<Void> requirePublic(UUID service) {
        return ask(IS_PUBLIC, service, null);
    }

    /** 409 for what was merged into another: nobody reads it any more. */
    Uni<Void> requireUnmerged(UUID service) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IS_ALIAS, Boolean.class)
                        .setParameter("service", service)
                        .getSingleResult())
                .invoke(alias -> {
                    if (alias) {
                        throw CommonProblem.CONFLICT.because("The entry was merged into another one. Speak of that.");
                    }
                })
                .replaceWithVoid();
    }

    /** The platform speaks for all, an agency for its own and those below it; everybody else gets 404. */
    Uni<Void> requireOwn(UUID service, Caller caller) {
        if (caller.isPlatform()) {
            return ask(IS_THERE, service, null);
        }
        return ask(IS_OWN, service, caller.agency() == null ? new UUID(0, 0) : caller.agency());
    }

    private static Uni<Void> ask(String question, UUID service, UUID organization) {
        return Panache.getSession()
                .chain(session -> {
                    var query =
                            session.createNativeQuery(question, Boolean.class).setParameter("service", service);
                    if (organization != null) {
                        query.setParameter("organization", organization);
                    }
                    return query.getSingleResult();
                })
                .invoke(yes -> {
                    if (!yes) {
                        throw CommonProblem.NOT_FOUND.because("There is no such service for this caller.");
                    }
                })
                .replaceWithVoid();
    }
}
