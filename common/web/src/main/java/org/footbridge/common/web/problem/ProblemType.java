package org.footbridge.common.web.problem;

/** A kind of problem that a client can be told about. Implemented by one enum per owner; listed in the catalogue page. */
public interface ProblemType {

    /** Kebab-case name, unique in the suite, the last part of the problem's {@code type} URL. */
    String slug();

    /** HTTP status, 400 to 599. */
    int status();

    /** One short sentence without data of the request. */
    String title();

    /** The exception to throw; {@code detail} must not hold another person's data, SQL or class names. */
    default Problem because(String detail) {
        return new Problem(this, detail);
    }
}
