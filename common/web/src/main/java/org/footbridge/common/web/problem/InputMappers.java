package org.footbridge.common.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bad input: 400 for what cannot be read, 422 for what can be read but breaks a constraint; every fault with its place. */
@Singleton
public class InputMappers {
    private final ProblemResponses responses;

    public InputMappers(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper(priority = 1000)
    public Response violations(ResteasyReactiveViolationException e, RoutingContext request) {
        List<Fault> faults = e.getConstraintViolations().stream()
                .map(InputMappers::fault)
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        boolean body = faults.stream().anyMatch(fault -> fault.pointer().startsWith("/"));
        CommonProblem type = body ? CommonProblem.INVALID : CommonProblem.INVALID_PARAMETER;
        return responses.response(
                new Problem(type, faults.size() + " fault(s), each with its place.", faults), request);
    }

    @ServerExceptionMapper(value = JsonProcessingException.class, priority = 1000)
    public Response unreadable(JsonProcessingException e, RoutingContext request) {
        Fault fault = new Fault(pointer(e), code(e), message(e));
        return responses.response(
                new Problem(CommonProblem.MALFORMED, "The body is not the JSON that is expected.", List.of(fault)),
                request);
    }

    private static String code(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "unknown-member";
        }
        return e instanceof JsonMappingException ? "wrong-type" : "not-json";
    }

    private static String message(JsonProcessingException e) {
        return switch (code(e)) {
            case "unknown-member" -> "There is no such member.";
            case "wrong-type" -> "The value does not have the expected type or form.";
            default ->
                "Not JSON near line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ".";
        };
    }

    private static String pointer(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String code = constraint.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return new Fault(pointer(violation), code, violation.getMessage());
    }

    /** The path is method.parameter[.member…]: a body's members become a JSON Pointer, a plain parameter its name. */
    private static String pointer(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(1)
                .toList();
        if (nodes.size() == 1 && violation.getLeafBean() == violation.getRootBean()) {
            return "query/" + nodes.getFirst().getName();
        }
        return nodes.stream()
                .skip(1)
                .map(node -> (node.getIndex() == null ? "" : "/" + node.getIndex())
                        + (node.getName() == null || node.getName().startsWith("<") ? "" : "/" + node.getName()))
                .collect(Collectors.joining());
    }
}
