package org.footbridge.directory.search;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.footbridge.directory.gap.Gap;
import org.footbridge.directory.gap.GapService;

/** Finds where a referral could be placed. */
@ApplicationScoped
public class MatchService {
    private static final Map<String, String> REASONS = Map.of(
            "accepting", "full",
            "distance", "out-of-area",
            "clinicianGender", "clinician-gender",
            "open", "closed-then",
            "wait", "wait-too-long");

    private final SearchRepository repository;
    private final UnderstandingService understanding;
    private final HitService hits;
    private final GapService gaps;

    MatchService(SearchRepository repository, UnderstandingService understanding, HitService hits, GapService gaps) {
        this.repository = repository;
        this.understanding = understanding;
        this.hits = hits;
        this.gaps = gaps;
    }

    /** Of services that the district sees; where none fits, the gap is kept and told. */
    @WithTransaction
    Uni<MatchAnswer> match(SearchTermsReader.Read read, UUID tenant) {
        return understanding.understand(read).chain(understood -> {
            Criteria criteria =
                    understanding.criteria(understood.terms(), null, tenant).widened();
            return repository
                    .match(criteria, read.limit())
                    .chain(rows -> split(rows, criteria))
                    .chain(answer -> answer.placements().isEmpty()
                            ? withGap(answer, criteria, understood.terms(), tenant)
                            : Uni.createFrom().item(answer));
        });
    }

    private Uni<MatchAnswer> split(List<SearchRow> rows, Criteria criteria) {
        List<SearchRow> fitting =
                rows.stream().filter(row -> row.misfits().isEmpty()).toList();
        List<MatchAnswer.Excluded> excluded = rows.stream()
                .filter(row -> !row.misfits().isEmpty())
                .map(row -> new MatchAnswer.Excluded(
                        row.service(), row.name(), row.organizationName(), reasons(row.misfits())))
                .toList();
        return hits.of(fitting, criteria.names()).map(shown -> new MatchAnswer(shown, excluded, null));
    }

    private Uni<MatchAnswer> withGap(MatchAnswer answer, Criteria criteria, SearchTerms terms, UUID tenant) {
        return repository.nearMisses(criteria).chain(misses -> {
            List<MatchAnswer.Decisive> decisive = new ArrayList<>();
            misses.forEach((name, count) -> decisive.add(new MatchAnswer.Decisive(reason(name), count)));
            Gap gap = new Gap(
                    criteria.names().stream()
                            .filter(name -> !name.equals("accepting"))
                            .toList(),
                    decisive.stream().map(MatchAnswer.Decisive::reason).toList(),
                    codes(terms));
            return gaps.found(tenant, gap)
                    .map(id ->
                            new MatchAnswer(answer.placements(), answer.excluded(), new MatchAnswer.Gap(id, decisive)));
        });
    }

    /** The codes that say what kind of service is missing; a school, an age or a place would come close to somebody. */
    private static Map<String, List<String>> codes(SearchTerms terms) {
        Map<String, List<String>> codes = new TreeMap<>();
        terms.codes().forEach((facet, values) -> {
            if (facet.isCounted()) {
                codes.put(facet.criterion(), values.stream().sorted().toList());
            }
        });
        return codes;
    }

    private static List<String> reasons(List<String> misfits) {
        return misfits.stream().map(MatchService::reason).toList();
    }

    private static String reason(String misfit) {
        return REASONS.getOrDefault(misfit, misfit);
    }
}
