package org.footbridge.common.web.input;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The place of a parameter as a client knows it: {@code query/limit}, {@code path/id}, {@code header/If-Match}. */
final class ParameterNames {
    private static final List<String> PLACES = List.of("path", "query", "header");

    private ParameterNames() {}

    /** {@code null} for a parameter that is not one of these, such as the body. */
    static String pointer(Parameter parameter) {
        for (Annotation annotation : parameter.getAnnotations()) {
            String kind = annotation.annotationType().getSimpleName().toLowerCase(Locale.ROOT);
            String place = PLACES.stream().filter(kind::contains).findFirst().orElse(null);
            String name = place == null ? null : of(annotation, parameter);
            if (name != null) {
                return place + "/" + name;
            }
        }
        return null;
    }

    static String of(Annotation annotation, Parameter parameter) {
        return switch (annotation) {
            case PathParam path -> path.value();
            case QueryParam query -> query.value();
            case HeaderParam header -> header.value();
            case RestPath path -> path.value().isEmpty() ? parameter.getName() : path.value();
            case RestQuery query -> query.value().isEmpty() ? parameter.getName() : query.value();
            case RestHeader header -> header.value().isEmpty() ? hyphenated(parameter.getName()) : header.value();
            default -> null;
        };
    }

    private static String hyphenated(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2");
    }
}
