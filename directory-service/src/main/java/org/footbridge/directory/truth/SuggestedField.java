package org.footbridge.directory.truth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What may be suggested to be otherwise: fields of a service that are one text. */
enum SuggestedField {
    NAME(value -> value.length() <= 500),
    ALTERNATE_NAME(value -> true),
    DESCRIPTION(value -> true),
    URL(SuggestedField::isUrl),
    EMAIL(value -> value.matches("[^@\\s]{1,64}@[^@\\s]{1,255}")),
    STATUS(Set.of("active", "inactive", "defunct", "temporarily closed")::contains),
    INTERPRETATION_SERVICES(value -> true),
    APPLICATION_PROCESS(value -> true),
    FEES_DESCRIPTION(value -> true),
    ELIGIBILITY_DESCRIPTION(value -> true),
    ACCREDITATIONS(value -> true),
    ALERT(value -> true);

    private final Predicate<String> valid;

    SuggestedField(Predicate<String> valid) {
        this.valid = valid;
    }

    boolean allows(String value) {
        return valid.test(value);
    }

    /** As HSDS writes it. */
    String member() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false; // what is no URI is no URL
        }
    }
}
