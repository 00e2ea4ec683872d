package org.footbridge.common.web.input;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.common.web.problem.ProblemMappers;
import org.footbridge.common.web.problem.ProblemResponses;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bad input: 400 for what cannot be read, 422 for what can be read but breaks a constraint; every fault with its place. */
@Singleton
public class InputMappers {
    private static final Comparator<Fault> BY_PLACE =
            Comparator.comparing(Fault::pointer).thenComparing(Fault::code);

    private final ProblemResponses responses;
    private final ProblemMappers others;

    public InputMappers(ProblemResponses responses, ProblemMappers others) {
        this.responses = responses;
        this.others = others;
    }

    @ServerExceptionMapper(priority = 1000)
    public Response violations(ResteasyReactiveViolationException e, ResourceInfo operation, RoutingContext request) {
        Parameter[] parameters = operation.getResourceMethod().getParameters();
        List<Fault> faults = e.getConstraintViolations().stream()
                .map(violation -> fault(violation, parameters))
                .sorted(BY_PLACE)
                .toList();
        boolean body = faults.stream().allMatch(fault -> isOfBody(fault.pointer()));
        CommonProblem type = body ? CommonProblem.INVALID : CommonProblem.INVALID_PARAMETER;
        return responses.response(new Problem(type, counted(faults), faults), request);
    }

    /** A parameter that has no value of its type: what JAX-RS calls "not found" in a path or query. */
    @ServerExceptionMapper
    public Response notFound(
            NotFoundException e, ResourceInfo operation, UriInfo uri, HttpHeaders headers, RoutingContext request) {
        if (e.getCause() == null) {
            return responses.response(CommonProblem.NOT_FOUND.because("Nothing is here for this caller."), request);
        }
        return parameters(e, operation, uri, headers, request);
    }

    @ServerExceptionMapper
    public Response badRequest(
            BadRequestException e, ResourceInfo operation, UriInfo uri, HttpHeaders headers, RoutingContext request) {
        return e.getCause() == null
                ? others.webApplication(e, request)
                : parameters(e, operation, uri, headers, request);
    }

    /** Quarkus answers these with the names of our classes; bodies never get here, so it is a fault of ours. */
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException e, RoutingContext request) {
        return others.unexpected(e, request);
    }

    private Response parameters(
            WebApplicationException e,
            ResourceInfo operation,
            UriInfo uri,
            HttpHeaders headers,
            RoutingContext request) {
        if (e.getCause() instanceof Problem problem) {
            return responses.response(problem, request);
        }
        List<Fault> faults = new ParameterFaults(uri, headers).of(operation);
        return responses.response(new Problem(CommonProblem.INVALID_PARAMETER, counted(faults), faults), request);
    }

    /** A body whose members break constraints. */
    static Problem invalid(Stream<Fault> found) {
        List<Fault> faults = found.sorted(BY_PLACE).toList();
        return new Problem(CommonProblem.INVALID, counted(faults), faults);
    }

    /** Of a body that was validated by itself. */
    static Fault ofBody(ConstraintViolation<?> violation) {
        return fault(violation, new Parameter[0]);
    }

    private static String counted(List<Fault> faults) {
        return faults.size() == 1 ? "One fault, with its place." : faults.size() + " faults, each with its place.";
    }

    private static boolean isOfBody(String pointer) {
        return pointer.isEmpty() || pointer.startsWith("/");
    }

    private static Fault fault(ConstraintViolation<?> violation, Parameter[] parameters) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String code = constraint.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return new Fault(pointer(violation, parameters), code, violation.getMessage());
    }

    /** The path is method.parameter[.member…]: a body's members become a JSON Pointer, a plain parameter its place. */
    private static String pointer(ConstraintViolation<?> violation, Parameter[] parameters) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                int index = node.as(Path.ParameterNode.class).getParameterIndex();
                String place = ParameterNames.pointer(parameters[index]);
                if (place != null) {
                    return place;
                }
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                append(pointer, node);
            }
        }
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(node.getKey());
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(node.getName());
        }
    }
}
