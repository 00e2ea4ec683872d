package org.footbridge.directory.hsds;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;

/** Reads what a list was asked for by POST. */
@Singleton
class HsdsTermsReader {
    static final String OPEN = "HSDS data is public by nature";
    static final String HOW = "As GET, with the same parameters in the query, a form or a JSON object; the body wins."
            + " `format=ndjson` has to stand in the query.";

    private final ObjectMapper json;

    HsdsTermsReader(ObjectMapper json) {
        this.json = json;
    }

    /** The query that {@code list} makes of the terms; 400 where a name is none of its parameters. */
    HsdsQuery read(UriInfo uri, String type, String body, Function<HsdsTerms, HsdsQuery> list) {
        HsdsTerms terms = HsdsTerms.of(uri.getQueryParameters(), type, body, json);
        HsdsQuery query = list.apply(terms);
        terms.requireKnown();
        return query;
    }
}
