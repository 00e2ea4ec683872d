package org.footbridge.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Keeps the proxy from resetting a request that a service has in full. The proxy does so when the client hangs up; Vert.x 4.5
 * then closes the connection to the service, and where the answer had just come, somebody else's request may be under way on
 * it by then. So the answer is awaited and thrown away; only one that goes on and on is cut off. All of it runs on the
 * context of the client's request.
 */
final class ResetGuard implements InvocationHandler {
    /** Bytes of an unwanted answer that are read before the service is told to stop. */
    private static final int PATIENCE = 1 << 20;

    private final HttpClientRequest request;
    private boolean sent;
    private boolean hungUp;
    private HttpClientResponse answer;
    private boolean answered;
    private int unwanted;

    private ResetGuard(HttpClientRequest request) {
        this.request = request;
    }

    static HttpClientRequest around(HttpClientRequest request) {
        ResetGuard guard = new ResetGuard(request);
        request.response().onSuccess(answer -> {
            guard.answer = answer;
            if (guard.hungUp) {
                guard.throwAnswerAway();
            }
            answer.end().onComplete(end -> guard.answered = true);
        });
        return (HttpClientRequest) Proxy.newProxyInstance(
                HttpClientRequest.class.getClassLoader(), new Class<?>[] {HttpClientRequest.class}, guard);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (sent && method.getName().equals("reset")) {
            hungUp = true;
            throwAnswerAway();
            return false;
        }
        sent |= method.getName().equals("end");
        try {
            Object result = method.invoke(request, arguments);
            return result == request ? proxy : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Later, since the proxy stops a new answer after this, and an answer's end is known to its handler before its future. */
    private void throwAnswerAway() {
        Vertx.currentContext().runOnContext(later -> {
            if (answer != null && !answered) {
                answer.handler(this::countUnwanted).resume();
            }
        });
    }

    private void countUnwanted(Buffer chunk) {
        unwanted += chunk.length();
        if (unwanted > PATIENCE) {
            request.reset();
        }
    }
}
