package org.footbridge.referral.referral;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * In which language the caller is told what to do in a crisis, and a family how far it is where the roster knows none. Kept beside the request and not asked of the roster or the district: in a
 * crisis nothing may fail that can be left out.
 */
public class CrisisLanguage {
    static final String ENGLISH = "en";
    public static final String SPANISH = "es";

    private static final String KEY = "footbridge.crisis-language";
    private static final Set<String> KNOWN = Set.of(ENGLISH, SPANISH);

    @ServerRequestFilter
    public void remember(ContainerRequestContext request) {
        ContextLocals.put(KEY, preferred(request.getAcceptableLanguages()));
    }

    /** The first of the languages that there are words in, English where there is none. */
    static String preferred(List<Locale> accepted) {
        return accepted.stream()
                .map(Locale::getLanguage)
                .filter(KNOWN::contains)
                .findFirst()
                .orElse(ENGLISH);
    }

    /** Of the running request. */
    public static String current() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(KEY, ENGLISH) : ENGLISH;
    }
}
