package org.footbridge.directory.responsiveness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table of placement facts. Written by one statement, so that a repeated or late event cannot do harm. */
@ApplicationScoped
public class PlacementFactRepository {
    /** Below this many cases nothing is shown (decision 30). */
    private static final int FEWEST = 10;

    private static final String PUT = """
            insert into placement_facts as known
              (placement_id, service_id, sequence, sent_at, answered_at, accepted, seen_at, counted)
            select r."placementId", r."serviceId", :sequence, r."sentAt", r."answeredAt", r.accepted, r."seenAt", r.counted
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r ("placementId" uuid, "serviceId" uuid, "sentAt" timestamptz, "answeredAt" timestamptz, accepted boolean,
                    "seenAt" timestamptz, counted boolean)
            on conflict (placement_id) do update
              set service_id = excluded.service_id, sequence = excluded.sequence, sent_at = excluded.sent_at,
                  answered_at = excluded.answered_at, accepted = excluded.accepted, seen_at = excluded.seen_at,
                  counted = excluded.counted
              where known.sequence < excluded.sequence
            """;
    private static final String FIGURES = """
            select service_id,
                   count(answered_at),
                   percentile_cont(0.5) within group (order by extract(epoch from answered_at - sent_at) / 86400)
                     filter (where answered_at is not null),
                   count(seen_at),
                   percentile_cont(0.5) within group (order by extract(epoch from seen_at - sent_at) / 86400)
                     filter (where seen_at is not null),
                   count(*) filter (where accepted)
            from placement_facts
            where service_id in (select cast(x as uuid) from unnest(string_to_array(:services, ',')) x)
              and sent_at >= :since and counted
            group by service_id
            """;

    private final ObjectMapper json;

    public PlacementFactRepository(ObjectMapper json) {
        this.json = json;
    }

    Uni<Void> put(List<PlacementFact> facts, long sequence) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT)
                        .setParameter("rows", text(facts))
                        .setParameter("sequence", sequence)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Map<UUID, Responsiveness>> figures(Collection<UUID> services, Instant since) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIGURES, Object[].class)
                        .setParameter(
                                "services",
                                services.stream().map(UUID::toString).collect(Collectors.joining(",")))
                        .setParameter("since", since)
                        .getResultList())
                .map(rows -> {
                    Map<UUID, Responsiveness> figures = new HashMap<>();
                    rows.forEach(row -> put(figures, row));
                    return figures;
                });
    }

    private static void put(Map<UUID, Responsiveness> figures, Object[] row) {
        long answered = ((Number) row[1]).longValue();
        long seen = ((Number) row[3]).longValue();
        if (answered >= FEWEST || seen >= FEWEST) {
            long accepted = ((Number) row[5]).longValue();
            figures.put(
                    (UUID) row[0],
                    new Responsiveness(
                            answered >= FEWEST ? days(row[2]) : null,
                            seen >= FEWEST ? days(row[4]) : null,
                            answered >= FEWEST ? Math.toIntExact(Math.round(100.0 * accepted / answered)) : null));
        }
    }

    private static Integer days(Object median) {
        return Math.toIntExact(Math.round(((Number) median).doubleValue()));
    }

    private String text(List<PlacementFact> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a placement's times cannot be written", e);
        }
    }
}
