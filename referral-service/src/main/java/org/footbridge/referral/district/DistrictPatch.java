package org.footbridge.referral.district;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** Applies a JSON Merge Patch (RFC 7396) to a district's document, and checks the result like a document that was sent. */
@Singleton
class DistrictPatch {
    private final ObjectMapper json;
    private final Validator validator;

    DistrictPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Throws 400 for what cannot be read, 422 for what is read but is no district any more. */
    DistrictSettings apply(ObjectNode patch, DistrictSettings before) {
        JsonNode merged = merge(json.valueToTree(DistrictDocument.from(before)), patch);
        DistrictDocument after = read(merged);
        Set<ConstraintViolation<DistrictDocument>> violations = validator.validate(after);
        if (!violations.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, "The district cannot be changed so.", faults(violations));
        }
        if (!before.id().equals(after.id())) {
            Fault fault = new Fault("/id", "fixed", "cannot be changed");
            throw new Problem(CommonProblem.INVALID, "The district cannot be changed so.", List.of(fault));
        }
        return after.settings(before.id());
    }

    private DistrictDocument read(JsonNode merged) {
        try {
            return json.treeToValue(merged, DistrictDocument.class);
        } catch (JsonProcessingException e) {
            throw new Problem(
                    CommonProblem.MALFORMED,
                    "The patch has members that a district does not have, or values of another type.");
        }
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                result.set(member.getKey(), merge(result.path(member.getKey()), member.getValue()));
            }
        });
        return result;
    }

    private static List<Fault> faults(Set<ConstraintViolation<DistrictDocument>> violations) {
        return violations.stream()
                .map(violation -> new Fault(
                        "/"
                                + violation
                                        .getPropertyPath()
                                        .toString()
                                        .replaceAll("\\[(\\d+)\\].*", "/$1")
                                        .replace('.', '/'),
                        "not-acceptable",
                        violation.getMessage()))
                .sorted(Comparator.comparing(Fault::pointer))
                .toList();
    }
}
