package org.footbridge.directory.search;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.footbridge.directory.DirectoryConfig;
import org.footbridge.directory.capacity.Freshness;
import org.footbridge.directory.place.PostalCodeService;

/** Makes of terms what the database can look for: words become a query, a postal code becomes a point. */
@ApplicationScoped
public class UnderstandingService {
    private final WordRepository words;
    private final PostalCodeService postalCodes;

    private final DirectoryConfig config;
    private final Clock clock;

    UnderstandingService(WordRepository words, PostalCodeService postalCodes, DirectoryConfig config, Clock clock) {
        this.words = words;
        this.postalCodes = postalCodes;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Terms as they are looked for.
     *
     * @param tsquery {@code null} where the text carries no word
     * @param told {@code null} in the same case
     */
    record Understood(SearchTerms terms, String tsquery, UnderstoodText told) {}

    /** The text wants every word, or any of them where no service has every one. Fails where a postal code is unknown. */
    @WithTransaction
    Uni<Understood> understand(SearchTermsReader.Read read) {
        return located(read).chain(terms -> {
            NeedText need = NeedText.of(terms.text() == null ? "" : terms.text());
            return need.words().isEmpty()
                    ? Uni.createFrom().item(new Understood(terms, null, null))
                    : words.knowledge(need.words()).chain(knowledge -> choose(terms, need, knowledge));
        });
    }

    /** The criteria of terms whose place is known, as of now. */
    Criteria criteria(SearchTerms terms, String tsquery, UUID tenant) {
        Instant now = clock.instant();
        Instant freshSince = new Freshness(config.capacityFreshFor()).oldest(now);
        return Criteria.of(terms, tsquery, freshSince, now.atZone(config.zone()), tenant);
    }

    private Uni<SearchTerms> located(SearchTermsReader.Read read) {
        SearchTerms terms = read.terms();
        if (terms.postalCode() == null) {
            return Uni.createFrom().item(terms);
        }
        return postalCodes
                .middleOf(terms.postalCode())
                .onItem()
                .ifNull()
                .failWith(read::unknownPostalCode)
                .map(middle -> terms.from(new Point(middle.latitude(), middle.longitude())));
    }

    private Uni<Understood> choose(SearchTerms terms, NeedText need, Map<String, NeedText.Knowledge> knowledge) {
        String every = need.every(knowledge);
        if (every.isEmpty()) {
            return Uni.createFrom().item(new Understood(terms, null, null));
        }
        return words.isFound(every).map(found -> {
            String any = need.any(knowledge);
            boolean anyWord = !found && !any.isEmpty() && !any.equals(every);
            return new Understood(
                    terms, anyWord ? any : every, new UnderstoodText(need.corrections(knowledge), anyWord));
        });
    }
}
