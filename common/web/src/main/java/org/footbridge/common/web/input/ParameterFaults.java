package org.footbridge.common.web.input;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.footbridge.common.web.problem.Fault;

/** All parameters of a request that cannot be read, found once the first of them has failed the request. */
final class ParameterFaults {
    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            Integer.class, Integer::valueOf,
            int.class, Integer::valueOf,
            Long.class, Long::valueOf,
            long.class, Long::valueOf,
            Double.class, Double::valueOf,
            double.class, Double::valueOf,
            LocalDate.class, LocalDate::parse,
            Instant.class, Instant::parse);

    private final UriInfo uri;
    private final HttpHeaders headers;

    ParameterFaults(UriInfo uri, HttpHeaders headers) {
        this.uri = uri;
        this.headers = headers;
    }

    List<Fault> of(ResourceInfo operation) {
        return Arrays.stream(operation.getResourceMethod().getParameters())
                .flatMap(this::check)
                .toList();
    }

    private Stream<Fault> check(Parameter parameter) {
        String pointer = ParameterNames.pointer(parameter);
        if (pointer == null) {
            return Stream.empty();
        }
        Class<?> type = single(parameter);
        Expected expected = Expected.of(type);
        return values(pointer).stream()
                .filter(value -> !isReadable(type, value))
                .limit(1)
                .map(value -> new Fault(pointer, expected.code(), expected.message()));
    }

    private List<String> values(String pointer) {
        int slash = pointer.indexOf('/');
        String name = pointer.substring(slash + 1);
        List<String> values =
                switch (pointer.substring(0, slash)) {
                    case "path" -> uri.getPathParameters().get(name);
                    case "query" -> uri.getQueryParameters().get(name);
                    default -> headers.getRequestHeader(name);
                };
        return values == null ? List.of() : values;
    }

    private static Class<?> single(Parameter parameter) {
        boolean many = Collection.class.isAssignableFrom(parameter.getType());
        return many
                        && parameter.getParameterizedType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : parameter.getType();
    }

    private static boolean isReadable(Class<?> type, String value) {
        if (type == UUID.class) {
            return Expected.isUuid(value);
        }
        if (type == boolean.class || type == Boolean.class) {
            return value.equals("true") || value.equals("false");
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .anyMatch(constant -> ((Enum<?>) constant).name().equals(value));
        }
        Function<String, ?> reader = READERS.get(type);
        return reader == null || isReadBy(reader, value);
    }

    private static boolean isReadBy(Function<String, ?> reader, String value) {
        try {
            return reader.apply(value) != null;
        } catch (RuntimeException e) {
            return false; // a NumberFormatException or DateTimeParseException: this is the question that is asked
        }
    }
}
