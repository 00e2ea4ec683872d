package org.footbridge.notification.egress;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one call.
 *
 * @param status the HTTP status, {@code null} where there was no answer
 * @param failure why there was none, {@code null} where there was one
 * @param body the beginning of the answer's body
 * @param retryAfter the answer's Retry-After header as sent
 */
public record Reply(Integer status, CallFailure failure, String body, Optional<String> retryAfter, Duration took) {
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    public static Reply failed(CallFailure failure, Duration took) {
        return new Reply(null, failure, null, Optional.empty(), took);
    }

    public boolean isSuccess() {
        return status != null && status >= 200 && status < 300;
    }

    /** The receiver wants nothing more, ever. */
    public boolean isGone() {
        return status != null && status == GONE;
    }

    /** The receiver, or what stands before it, has too much to do. */
    public boolean isBusy() {
        return status != null && (status == TOO_MANY_REQUESTS || status == UNAVAILABLE);
    }

    /** The code of what went wrong, {@code null} on success. A redirect is a failure: it is never followed. */
    public String errorCode() {
        if (failure != null) {
            return failure.name();
        }
        if (isSuccess()) {
            return null;
        }
        return status >= 300 && status < 400 ? "REDIRECT" : "HTTP_" + status;
    }
}
