package org.footbridge.common.web.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/**
 * Turns what cannot be read into a 400 with all its faults, before anything else can mistake the exception for a fault of
 * ours. A missing body is a fault too, unless the parameter carries an annotation that is called Nullable.
 */
@Provider
public class BodyReading implements ReaderInterceptor {
    private final ObjectMapper json;

    public BodyReading(ObjectMapper json) {
        this.json = json;
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
            return body.proceed();
        } catch (JsonProcessingException e) {
            throw unreadable(faults(body, bytes));
        } catch (WebApplicationException e) {
            if (e.getCause() instanceof JsonProcessingException) {
                throw unreadable(faults(body, bytes));
            }
            throw e;
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
