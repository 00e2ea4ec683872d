package org.footbridge.common.web.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The exception behind every problem document (RFC 9457). Throw it through {@link ProblemType#because}. */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /** With every fault of the input at once. */
    public Problem(ProblemType type, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
    }

    /** Adds a member of our own to the document, for example {@code allowed} transitions. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a response header, for example {@code Retry-After}. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, Object> members() {
        return members;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
