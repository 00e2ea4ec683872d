package org.footbridge.common.web.input;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Parameters where Java is too kind: {@code 1-1-1-1-1} is no id and {@code maybe} is not false. */
@Provider
public class StrictParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            UUID.class,
            StrictParameters::uuid,
            Boolean.class,
            StrictParameters::bool,
            boolean.class,
            StrictParameters::bool);

    @Override
    @SuppressWarnings("unchecked") // the map pairs each type with a reader of it
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> reader = READERS.get(type);
        return reader == null ? null : new Reading<>((Function<String, T>) reader);
    }

    private static UUID uuid(String text) {
        if (!Expected.isUuid(text)) {
            throw new IllegalArgumentException("not an id");
        }
        return UUID.fromString(text);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private record Reading<T>(Function<String, T> reader) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            return text == null ? null : reader.apply(text);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
