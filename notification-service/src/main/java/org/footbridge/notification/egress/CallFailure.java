package org.footbridge.notification.egress;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why a call got no answer. The receiver's owner sees the code only: a message could name an address inside. */
public enum CallFailure {
    /** The URL or the address behind its name may not be called. */
    ADDRESS_REFUSED,
    NAME_NOT_FOUND,
    CONNECTION_FAILED,
    TLS_FAILED,
    TIMEOUT,
    /** The receiver's authorization server gave no access token. */
    NO_TOKEN,
    /** The connection broke, or the answer was no HTTP. */
    BROKEN_ANSWER;

    static CallFailure of(Throwable failure) {
        return switch (failure) {
            case RefusedAddressException e -> ADDRESS_REFUSED;
            case TargetUrl.Refused e -> ADDRESS_REFUSED;
            case UnknownHostException e -> NAME_NOT_FOUND;
            case ConnectTimeoutException e -> TIMEOUT;
            case ConnectException e -> CONNECTION_FAILED;
            case SSLException e -> TLS_FAILED;
            case TimeoutException e -> TIMEOUT;
            case io.smallrye.mutiny.TimeoutException e -> TIMEOUT;
            default -> BROKEN_ANSWER;
        };
    }
}
