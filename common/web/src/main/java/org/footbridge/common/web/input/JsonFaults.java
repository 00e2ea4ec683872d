package org.footbridge.common.web.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/**
 * All faults of a body that could not be read. Jackson stops at the first one, so each found fault is taken out of the tree
 * and the rest is read again; this happens only when a request has failed already.
 */
final class JsonFaults {
    private static final int MOST = 50;

    private final ObjectMapper json;
    private final JavaType type;
    private final List<Fault> faults = new ArrayList<>();

    JsonFaults(ObjectMapper json, JavaType type) {
        this.json = json;
        this.type = type;
    }

    List<Fault> of(byte[] body) throws IOException {
        JsonNode tree;
        try {
            tree = json.readTree(body);
        } catch (JsonProcessingException e) {
            return List.of(new Fault("", "not-json", "Not JSON" + place(e) + "."));
        }
        while (faults.size() < MOST && findNext(tree)) {}
        return List.copyOf(faults);
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " near line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    /** Whether another look may find more. */
    private boolean findNext(JsonNode tree) throws IOException {
        try {
            json.readerFor(type).readValue(json.treeAsTokens(tree));
            return false;
        } catch (ValueInstantiationException e) {
            return refusedByConstructor(e);
        } catch (JsonMappingException e) {
            faults.add(fault(e));
            return cut(tree, e.getPath());
        }
    }

    /** A constructor that misses what was cut out is no news; one that refuses what was sent is. */
    private boolean refusedByConstructor(ValueInstantiationException e) {
        if (e.getCause() instanceof Problem problem) {
            throw problem;
        }
        if (faults.isEmpty()) {
            faults.add(new Fault(pointer(e.getPath()), "invalid", "The members do not make a valid value."));
        }
        return false;
    }

    private static Fault fault(JsonMappingException e) {
        String pointer = pointer(e.getPath());
        if (e instanceof UnrecognizedPropertyException) {
            return new Fault(pointer, "unknown-member", "There is no such member.");
        }
        if (e instanceof InvalidTypeIdException) {
            return new Fault(pointer, "unknown-type", "The member that tells its kind is missing or names none.");
        }
        Class<?> target = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        Expected expected = Expected.of(target);
        return new Fault(pointer, expected.code(), expected.message());
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream().map(step -> "/" + escaped(step)).collect(Collectors.joining());
    }

    private static String escaped(JsonMappingException.Reference step) {
        return step.getFieldName() == null
                ? Integer.toString(step.getIndex())
                : step.getFieldName().replace("~", "~0").replace("/", "~1");
    }

    private static boolean cut(JsonNode tree, List<JsonMappingException.Reference> path) {
        JsonNode parent = tree;
        for (JsonMappingException.Reference step : path.subList(0, Math.max(0, path.size() - 1))) {
            parent = step.getFieldName() == null ? parent.path(step.getIndex()) : parent.path(step.getFieldName());
        }
        if (path.isEmpty()) {
            return false;
        }
        JsonMappingException.Reference last = path.getLast();
        if (parent instanceof ObjectNode object && last.getFieldName() != null) {
            return object.remove(last.getFieldName()) != null;
        }
        return parent instanceof ArrayNode array
                && array.has(last.getIndex())
                && !array.set(last.getIndex(), array.nullNode()).isNull();
    }
}
