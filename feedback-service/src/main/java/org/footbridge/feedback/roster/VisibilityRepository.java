package org.footbridge.feedback.roster;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;

/** Reads settings and assignments. */
@ApplicationScoped
public class VisibilityRepository {
    private static final String ASSIGNED = """
            select cast(a.school_id as text) from staff_assignment a
            join account_link l on l.tenant_id = a.tenant_id and l.person_id = a.person_id
            where l.tenant_id = :tenant and l.issuer = :issuer and l.subject = :subject and a.role = :role
            """;

    Uni<DistrictSettings> settings(UUID tenant) {
        return Panache.getSession().chain(session -> session.find(DistrictSettings.class, tenant));
    }

    /** The schools that the caller coordinates, as the roster says and not the token (decision 10). */
    Uni<VisibleSchools> coordinatedBy(Caller caller) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ASSIGNED, String.class)
                        .setParameter("tenant", caller.tenant())
                        .setParameter("issuer", caller.issuer())
                        .setParameter("subject", caller.subject())
                        .setParameter("role", Roles.COORDINATOR)
                        .getResultList())
                .map(VisibilityRepository::visible);
    }

    private static VisibleSchools visible(List<String> schools) {
        return new VisibleSchools(
                schools.stream().anyMatch(Objects::isNull),
                schools.stream().filter(Objects::nonNull).map(UUID::fromString).collect(Collectors.toSet()));
    }
}
