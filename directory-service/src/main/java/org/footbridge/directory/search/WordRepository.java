package org.footbridge.directory.search;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of the directory. */
@ApplicationScoped
class WordRepository {
    /** Two letters may be wrong or have changed places; a longer word may differ more, as long as most of it is the same. */
    private static final String KNOWLEDGE = """
            select w.word, l.lexeme is null, k.known, case when k.known or l.lexeme is null then '' else coalesce((
                     select string_agg(m.word, ' ') from (
                       select c.word from (
                         select s.word from search_words s
                         where left(s.word, 1) = left(w.word, 1)
                           and length(s.word) between length(w.word) - 2 and length(w.word) + 2
                           and levenshtein_less_equal(s.word, w.word, 2) <= case when length(w.word) < 5 then 1 else 2 end
                         union
                         select s.word from search_words s where s.word % w.word and similarity(s.word, w.word) >= 0.4) c
                       order by levenshtein(c.word, w.word), similarity(c.word, w.word) desc, c.word limit 2) m), '') end
            from unnest(string_to_array(:words, ' ')) w (word)
            cross join lateral (select (tsvector_to_array(to_tsvector('needs', w.word)))[1] as lexeme) l
            cross join lateral (select exists (select from search_words s where s.lexeme = l.lexeme)
                                       or length(w.word) < 4 as known) k
            """;

    private static final String FOUND = """
            select exists (select from search_entries e
                           where e.active and e.visibility = 'public' and e.search @@ to_tsquery('needs', :words))
            """;

    /** What is known of each word. */
    Uni<Map<String, NeedText.Knowledge>> knowledge(Set<String> words) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWLEDGE, Object[].class)
                        .setParameter("words", String.join(" ", words))
                        .getResultList())
                .map(rows -> {
                    Map<String, NeedText.Knowledge> knowledge = new LinkedHashMap<>();
                    for (Object[] row : rows) {
                        String similar = (String) row[3];
                        knowledge.put(
                                (String) row[0],
                                new NeedText.Knowledge(
                                        (Boolean) row[1],
                                        (Boolean) row[2],
                                        similar.isEmpty() ? List.of() : List.of(similar.split(" "))));
                    }
                    return knowledge;
                });
    }

    /** True where any public service fits the tsquery. */
    Uni<Boolean> isFound(String tsquery) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FOUND, Boolean.class)
                .setParameter("words", tsquery)
                .getSingleResult());
    }
}
