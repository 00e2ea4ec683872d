package org.footbridge.common.web.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/**
 * Turns what cannot be read into a 400 with all its faults, before anything else can mistake the exception for a fault of
 * ours. A missing body is a fault too, unless the parameter carries an annotation that is called Nullable. Text that hides
 * characters is refused here for all operations, with a 422.
 */
@Provider
public class BodyReading implements ReaderInterceptor {
    private final ObjectMapper json;
    private final Validator validator;

    public BodyReading(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        Object read = isJson(body.getMediaType()) ? readJson(body) : body.proceed();
        if (read == null && !mayBeMissing(body)) {
            throw unreadable(List.of(new Fault("", "missing", "A body is needed.")));
        }
        return read;
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private Object readJson(ReaderInterceptorContext body) throws IOException {
        byte[] bytes = body.getInputStream().readAllBytes();
        body.setInputStream(new ByteArrayInputStream(bytes));
        try {
            Object read = body.proceed();
            requireHonest(bytes, read);
            return read;
        } catch (JsonProcessingException e) {
            throw unreadable(faults(body, bytes));
        } catch (WebApplicationException e) {
            if (e.getCause() instanceof JsonProcessingException) {
                throw unreadable(faults(body, bytes));
            }
            throw e;
        }
    }

    /** With whatever else the body breaks: nobody mends one fault to be told of the next. */
    private void requireHonest(byte[] bytes, Object read) throws IOException {
        List<Fault> hidden = HiddenCharacters.in(bytes, json.getFactory());
        if (!hidden.isEmpty()) {
            Set<String> places = hidden.stream().map(Fault::pointer).collect(Collectors.toSet());
            Stream<Fault> others = read == null
                    ? Stream.empty()
                    : validator.validate(read).stream()
                            .map(InputMappers::ofBody)
                            .filter(fault -> !places.contains(fault.pointer()));
            throw InputMappers.invalid(Stream.concat(hidden.stream(), others));
        }
    }

    private List<Fault> faults(ReaderInterceptorContext body, byte[] bytes) throws IOException {
        return new JsonFaults(json, json.constructType(body.getGenericType())).of(bytes);
    }

    private static Problem unreadable(List<Fault> faults) {
        return new Problem(CommonProblem.MALFORMED, "The body is not the JSON that is expected here.", faults);
    }

    private static boolean mayBeMissing(ReaderInterceptorContext body) {
        return body.getAnnotations() != null
                && Arrays.stream(body.getAnnotations())
                        .anyMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
    }
}
