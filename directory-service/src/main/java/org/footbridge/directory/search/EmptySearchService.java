package org.footbridge.directory.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/**
 * Counts searches that found nothing, each criterion by itself: which language or concern has no service is worth knowing, which
 * words, place or combination was asked for could be somebody.
 */
@ApplicationScoped
public class EmptySearchService {
    private static final int LONGEST = 366;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    /** Below this many searches a code is not shown (decision 30). */
    private static final int FEWEST = 10;

    private static final String COUNT = """
            insert into empty_searches as known (day, criterion, code, searches)
            select cast(:day as date), k.criterion, k.code, 1
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as k (criterion text, code text)
            where k.criterion not in ('concern', 'care') or k.code in (select t.code from taxonomy_terms t)
            order by k.criterion, k.code
            on conflict (day, criterion, code) do update set searches = known.searches + 1
            """;
    private static final String LIST = """
            select criterion, code, cast(sum(searches) as bigint) from empty_searches
            where day between :since and :until
            group by criterion, code having sum(searches) >= :fewest
            order by 3 desc, 1, 2
            """;

    private final Clock clock;

    EmptySearchService(Clock clock) {
        this.clock = clock;
    }

    /** One search that found nothing. Codes that are not of a closed list are left out: somebody may have typed a name there. */
    @WithTransaction
    Uni<Void> count(SearchTerms terms) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        row(rows, "any", "");
        terms.codes().forEach((facet, codes) -> codes.forEach(code -> row(rows, facet, code)));
        present(rows, "text", terms.text());
        present(rows, "age", terms.ages());
        present(rows, "distance", terms.within());
        present(rows, "open", terms.open());
        present(rows, "wait", terms.maxWaitDays());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT)
                        .setParameter("day", today())
                        .setParameter("rows", rows.toString())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Counts of a span of days, the most frequent first; both ends are included. */
    @WithTransaction
    public Uni<EmptySearches> list(LocalDate from, LocalDate to) {
        LocalDate until = to == null ? today() : to;
        LocalDate since = from == null ? until.minusDays(30) : from;
        if (since.isAfter(until) || since.plusDays(LONGEST).isBefore(until)) {
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER,
                    "1 fault(s), each with its place.",
                    List.of(new Fault("query/from", "span", "Not after `to`, and at most a year before it.")));
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIST, Object[].class)
                        .setParameter("since", since)
                        .setParameter("until", until)
                        .setParameter("fewest", FEWEST)
                        .getResultList())
                .map(rows -> new EmptySearches(
                        since,
                        until,
                        rows.stream()
                                .map(row -> new EmptySearches.Count(
                                        (String) row[0], (String) row[1], ((Number) row[2]).longValue()))
                                .toList()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void row(ArrayNode rows, Facet facet, String code) {
        boolean closed =
                switch (facet) {
                    case ACCESSIBILITY, SCHOOL -> false;
                    case LANGUAGE -> LANGUAGES.contains(code);
                    default -> true;
                };
        if (closed) {
            row(rows, facet.criterion(), code);
        }
    }

    private static void present(ArrayNode rows, String criterion, Object asked) {
        if (asked != null) {
            row(rows, criterion, "");
        }
    }

    private static void row(ArrayNode rows, String criterion, String code) {
        rows.addObject().put("criterion", criterion).put("code", code);
    }
}
