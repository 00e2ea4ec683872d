package org.footbridge.common.web.input;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a value should have been, in the words of the API and never in those of Java.
 *
 * @param code kebab-case, stable
 * @param message a sentence for people
 */
record Expected(String code, String message) {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Expected INTEGER = new Expected("integer", "A whole number is expected.");
    private static final Expected NUMBER = new Expected("number", "A number is expected.");
    private static final Expected BOOLEAN = new Expected("boolean", "true or false is expected.");
    private static final Map<Class<?>, Expected> SIMPLE = Map.ofEntries(
            Map.entry(String.class, new Expected("text", "Text is expected.")),
            Map.entry(
                    UUID.class,
                    new Expected("uuid", "An id of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx is expected.")),
            Map.entry(Integer.class, INTEGER),
            Map.entry(int.class, INTEGER),
            Map.entry(Long.class, INTEGER),
            Map.entry(long.class, INTEGER),
            Map.entry(Double.class, NUMBER),
            Map.entry(double.class, NUMBER),
            Map.entry(BigDecimal.class, NUMBER),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(LocalDate.class, new Expected("date", "A date such as 2026-09-30 is expected.")),
            Map.entry(LocalTime.class, new Expected("time", "A time of day such as 14:30 is expected.")),
            Map.entry(
                    Instant.class,
                    new Expected("date-time", "A time with its zone such as 2026-09-30T14:30:00Z is expected.")),
            Map.entry(
                    OffsetDateTime.class,
                    new Expected("date-time", "A time with its zone such as 2026-09-30T14:30:00Z is expected.")),
            Map.entry(Duration.class, new Expected("duration", "A duration such as PT30M is expected.")));

    /** For any target type, {@code null} included. */
    static Expected of(Class<?> target) {
        if (target == null) {
            return new Expected("wrong-type", "The value does not have the expected form.");
        }
        if (target.isEnum()) {
            return oneOf(target);
        }
        if (Collection.class.isAssignableFrom(target) || target.isArray()) {
            return new Expected("array", "An array is expected.");
        }
        return SIMPLE.getOrDefault(target, new Expected("object", "An object is expected."));
    }

    private static Expected oneOf(Class<?> target) {
        String names = Arrays.stream(target.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
        return new Expected("unknown-value", "One of " + names + " is expected.");
    }

    static boolean isUuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }
}
