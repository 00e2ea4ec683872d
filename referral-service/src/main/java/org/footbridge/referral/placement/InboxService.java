package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.AccessLog.Seen;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.InboxQuery.Whose;
import org.hibernate.reactive.mutiny.Mutiny;

/** The placements of an agency, over all districts, and those of schools' own teams. */
@ApplicationScoped
public class InboxService {
    private final SchoolAccess schools;
    private final AccessLog log;

    InboxService(SchoolAccess schools, AccessLog log) {
        this.schools = schools;
        this.log = log;
    }

    /** A page, newest first, and one placement more than asked for where there are more. */
    @WithTransaction
    Uni<List<Placement>> list(Caller caller, InboxQuery.Filter filter, InboxQuery.Position after, int limit) {
        Actor agency = AgencyAccess.actor(caller);
        return page(new InboxQuery(Whose.agency(agency.organizationId()), filter, after, limit + 1))
                .call(page -> log.agency(
                        agency,
                        "placement-list",
                        page.stream()
                                .limit(limit)
                                .map(placement -> new Seen(placement.id(), placement.tenantId()))
                                .toList()));
    }

    @WithTransaction
    Uni<InboxCounts> counts(Caller caller, InboxQuery.Filter filter) {
        Actor agency = AgencyAccess.actor(caller);
        return count(new InboxQuery(Whose.agency(agency.organizationId()), filter, null, InboxCounts.CAP + 1));
    }

    /** As above for the teams of the schools where the caller is a counselor today. */
    @WithTransaction
    Uni<List<Placement>> listInSchool(Caller caller, InboxQuery.Filter filter, InboxQuery.Position after, int limit) {
        return schools.caller(caller)
                .chain(who -> who.staff().counselorAt().isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : page(new InboxQuery(teams(who), filter, after, limit + 1))
                                .call(page -> log.school(
                                        who.counselor(),
                                        "placement-list",
                                        page.stream()
                                                .limit(limit)
                                                .map(Placement::id)
                                                .toList())));
    }

    @WithTransaction
    Uni<InboxCounts> countInSchool(Caller caller, InboxQuery.Filter filter) {
        return schools.caller(caller)
                .chain(who -> who.staff().counselorAt().isEmpty()
                        ? Uni.createFrom().item(InboxCounts.of(List.of()))
                        : count(new InboxQuery(teams(who), filter, null, InboxCounts.CAP + 1)));
    }

    private static Whose teams(SchoolCaller who) {
        return Whose.teams(who.caller().tenant(), who.staff().counselorAt());
    }

    private static Uni<List<Placement>> page(InboxQuery query) {
        return Panache.getSession()
                .chain(session -> bind(session.createNativeQuery(query.page(), Placement.class), query)
                        .getResultList());
    }

    private static Uni<InboxCounts> count(InboxQuery query) {
        return Panache.getSession()
                .chain(session -> bind(session.createNativeQuery(query.counts(), Object[].class), query)
                        .getResultList())
                .map(InboxCounts::of);
    }

    private static <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> statement, InboxQuery query) {
        query.parameters().forEach(statement::setParameter);
        return statement;
    }
}
