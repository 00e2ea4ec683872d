package org.footbridge.referral.placement;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.desk.Days;

/** The statement behind an inbox, of an agency or of schools' own teams: one index scan per state that stops after a page. */
final class InboxQuery {
    private static final String NEWEST = """
            select f.id, f.sent_at from placement f where %s and f.state = t.state%s
            order by f.sent_at desc, f.id desc limit :size
            """;

    private static final String PAGE = """
            select p.* from (
                select found.id, found.sent_at from unnest(cast(:states as text[])) as t(state)
                cross join lateral (%s) found
                order by found.sent_at desc, found.id desc limit :size
            ) page join placement p on %s and p.id = page.id
            order by page.sent_at desc, page.id desc
            """;

    private static final String COUNTS = """
            select t.state, capped.found from unnest(cast(:states as text[])) with ordinality as t(state, place)
            cross join lateral (select count(*) as found from (%s) hit) capped
            order by t.place
            """;

    /** One index tells whose number it is. */
    private static final String KNOWN_AS = " and f.id = any(array(select n.id from placement n where %s and n.%s))";

    private final Map<String, Object> parameters = new HashMap<>();
    private final Whose whose;
    private final String newest;

    /**
     * Whose inbox it is.
     *
     * @param condition on the placement, whose alias stands for {@code %1$s}
     */
    record Whose(String condition, Map<String, Object> parameters) {

        static Whose agency(UUID agency) {
            return new Whose("%1$s.agency_id = :agency", Map.of("agency", agency));
        }

        /** Of the teams of these schools. */
        static Whose teams(UUID tenant, Set<UUID> schools) {
            return new Whose("""
                    %1$s.tenant_id = :tenant and %1$s.in_school and exists (select 1 from referral r
                        where r.tenant_id = :tenant and r.id = %1$s.referral_id
                          and r.school_id = any(cast(:schools as uuid[])))
                    """, Map.of("tenant", tenant, "schools", schools.toArray(UUID[]::new)));
        }

        private String of(String alias) {
            return condition.formatted(alias);
        }
    }

    /** What an inbox is narrowed to; each part may be empty or {@code null}, and all of them hold together. */
    record Filter(
            Set<PlacementState> states,
            UUID district,
            Boolean cancellationRequested,
            String number,
            String reference,
            Days sent) {
        String identity() {
            return states + "|" + district + "|" + cancellationRequested + "|" + number + "|" + reference + "|" + sent;
        }
    }

    /** Where a page goes on: behind this placement. */
    record Position(Instant sentAt, UUID id) {}

    InboxQuery(Whose whose, Filter filter, Position after, int size) {
        this.whose = whose;
        parameters.putAll(whose.parameters());
        parameters.put("states", states(filter.states()));
        parameters.put("size", size);
        this.newest = NEWEST.formatted(whose.of("f"), narrow(filter, after));
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String page() {
        return PAGE.formatted(newest, whose.of("p"));
    }

    /** A row per state, each counted up to {@code size} and no further. */
    String counts() {
        return COUNTS.formatted(newest);
    }

    private String narrow(Filter filter, Position after) {
        StringBuilder where = new StringBuilder();
        and(where, " and f.tenant_id = :district", "district", filter.district());
        and(where, " and f.cancellation_requested = :asked", "asked", filter.cancellationRequested());
        and(where, KNOWN_AS.formatted(whose.of("n"), "referral_number = :number"), "number", filter.number());
        and(where, KNOWN_AS.formatted(whose.of("n"), "agency_reference = :reference"), "reference", filter.reference());
        and(where, " and f.sent_at >= :begin", "begin", filter.sent().begin());
        and(where, " and f.sent_at < :end", "end", filter.sent().end());
        if (after != null) {
            parameters.put("afterId", after.id());
            and(where, " and (f.sent_at, f.id) < (:afterAt, :afterId)", "afterAt", after.sentAt());
        }
        return where.toString();
    }

    private void and(StringBuilder where, String condition, String name, Object value) {
        if (value != null) {
            parameters.put(name, value);
            where.append(condition);
        }
    }

    private static String[] states(Set<PlacementState> wanted) {
        return Arrays.stream(PlacementState.values())
                .filter(state -> wanted.isEmpty() || wanted.contains(state))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
