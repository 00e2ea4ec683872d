package org.footbridge.directory.gap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The gaps of each district. */
@ApplicationScoped
class GapRepository {
    private static final TypeReference<Map<String, List<String>>> CODES = new TypeReference<>() {};
    private static final String PUT = """
            with put as (
              insert into gaps as known (id, tenant_id, day, criteria, decisive, codes, last_found_at, times)
              values (:id, :tenant, :day, :criteria, :decisive, cast(:codes as text), :now, 1)
              on conflict (tenant_id, day, criteria, codes) do update
                set times = known.times + 1, last_found_at = excluded.last_found_at, decisive = excluded.decisive
              returning known.id, old.id is null as created)
            select id, created from put
            """;
    private static final String LIST = """
            select id, criteria, decisive, codes, last_found_at, times from gaps
            where tenant_id = :tenant %s order by id desc limit :limit
            """;
    private static final String BEHIND = "and id < :after";

    private final ObjectMapper json;

    GapRepository(ObjectMapper json) {
        this.json = json;
    }

    /** A gap that was stored, and whether it is the first of its kind on its day. */
    record Stored(UUID id, boolean created) {}

    Uni<Stored> put(UUID id, UUID tenant, Gap gap, LocalDate day, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT, Object[].class)
                        .setParameter("id", id)
                        .setParameter("tenant", tenant)
                        .setParameter("day", day)
                        .setParameter("criteria", String.join(",", gap.criteria()))
                        .setParameter("decisive", String.join(",", gap.decisive()))
                        .setParameter("codes", text(gap.codes()))
                        .setParameter("now", now)
                        .getSingleResult())
                .map(row -> new Stored((UUID) row[0], (Boolean) row[1]));
    }

    /** By their ids, which tell when each was first found: a gap that is found again stays where a page has seen it. */
    Uni<List<GapResponse>> list(UUID tenant, UUID after, int limit) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(
                                    LIST.formatted(after == null ? "" : BEHIND), Object[].class)
                            .setParameter("tenant", tenant)
                            .setParameter("limit", limit);
                    if (after != null) {
                        query.setParameter("after", after);
                    }
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(this::response).toList());
    }

    private GapResponse response(Object[] row) {
        return new GapResponse(
                (UUID) row[0],
                names(row[1]),
                names(row[2]),
                codes((String) row[3]),
                ((OffsetDateTime) row[4]).toInstant(),
                (Integer) row[5]);
    }

    private static List<String> names(Object joined) {
        String text = (String) joined;
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    private Map<String, List<String>> codes(String text) {
        try {
            return json.readValue(text, CODES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the codes of a gap cannot be read", e);
        }
    }

    private String text(Map<String, List<String>> codes) {
        try {
            return json.writeValueAsString(codes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the codes of a gap cannot be written", e);
        }
    }
}
