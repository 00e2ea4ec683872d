package org.footbridge.referral.roster.imports;

import static org.footbridge.referral.roster.imports.Batches.column;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.SchoolChanged;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.referral.roster.imports.ImportCounts.Change;
import org.footbridge.referral.roster.imports.RosterImage.SchoolRow;

/** Brings the schools to what a package says, and publishes those that changed. */
@ApplicationScoped
class SchoolWriter {
    private static final String UPSERT = """
            with written as (
                insert into school as s (id, tenant_id, sourced_id, name, state, changed_at)
                select uuidv7(), :tenant, w.sourced_id, w.name, 'ACTIVE', :now
                from unnest(cast(:ids as text[]), cast(:names as text[])) as w(sourced_id, name)
                on conflict (tenant_id, sourced_id) do update
                set name = excluded.name, state = excluded.state, changed_at = excluded.changed_at
                where (s.name, s.state) is distinct from (excluded.name, excluded.state)
                returning new.id, new.name, old.id is null as added
            )
            select id, name, true, added from written
            """;

    private static final String WITHDRAW = """
            with gone as (
                update school s set state = 'WITHDRAWN', changed_at = :now
                where s.tenant_id = :tenant and s.state = 'ACTIVE'
                  and not exists (select 1 from unnest(cast(:ids as text[])) as w(id) where w.id = s.sourced_id)
                returning s.id, s.name
            )
            select id, name, false, false from gone
            """;

    private final Outbox outbox;
    private final Clock clock;

    SchoolWriter(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Written(SchoolChanged event, boolean added) {}

    Uni<Change> write(UUID tenant, List<SchoolRow> schools) {
        return upsert(tenant, schools)
                .chain(written -> withdraw(tenant, schools).map(gone -> {
                    int added = (int) written.stream().filter(Written::added).count();
                    return new Change(added, written.size() - added, gone.size());
                }));
    }

    private Uni<List<Written>> upsert(UUID tenant, List<SchoolRow> schools) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(UPSERT, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("now", clock.instant())
                        .setParameter("ids", column(schools, SchoolRow::sourcedId))
                        .setParameter("names", column(schools, SchoolRow::name))
                        .getResultList())
                .map(SchoolWriter::written)
                .call(written -> publish(tenant, written));
    }

    private Uni<List<Written>> withdraw(UUID tenant, List<SchoolRow> schools) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WITHDRAW, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("now", clock.instant())
                        .setParameter("ids", column(schools, SchoolRow::sourcedId))
                        .getResultList())
                .map(SchoolWriter::written)
                .call(written -> publish(tenant, written));
    }

    private Uni<Void> publish(UUID tenant, List<Written> written) {
        return Multi.createFrom()
                .iterable(written)
                .map(school -> Event.of(
                        EventType.SCHOOL_CHANGED,
                        school.event().schoolId(),
                        clock.instant(),
                        tenant,
                        null,
                        school.event()))
                .onItem()
                .transformToUniAndConcatenate(outbox::publish)
                .collect()
                .last();
    }

    private static List<Written> written(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Written(
                        new SchoolChanged((UUID) row[0], (String) row[1], (Boolean) row[2]), (Boolean) row[3]))
                .toList();
    }
}
