package org.footbridge.common.web.precondition;

import jakarta.ws.rs.core.EntityTag;
import org.footbridge.common.web.problem.CommonProblem;

/** Strong ETags that are a row's version, and the If-Match that must name it (RFC 9110 section 13). */
public final class Version {
    /** What {@code If-Match: *} asks for: any version will do. */
    public static final long ANY = -1;

    private Version() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version that the client believes to be current, or {@link #ANY}.
     *
     * @param ifMatch the header as sent, {@code null} where it is missing
     * @throws org.footbridge.common.web.problem.Problem 428 where it is missing, 412 where it is none of our tags
     */
    public static long expected(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw CommonProblem.PRECONDITION_REQUIRED.because("Send If-Match with the ETag of your last read.");
        }
        String tag = ifMatch.trim();
        if (tag.equals("*")) {
            return ANY;
        }
        if (!tag.matches("\"\\d{1,18}\"")) {
            throw stale();
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    /** Compares what was expected with what is there: 412 where they differ. */
    public static void require(long expected, long actual) {
        if (expected != ANY && expected != actual) {
            throw stale();
        }
    }

    private static RuntimeException stale() {
        return CommonProblem.STALE.because("Read it again, decide again, then send the new ETag in If-Match.");
    }
}
