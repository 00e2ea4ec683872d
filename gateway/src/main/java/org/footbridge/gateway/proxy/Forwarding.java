package org.footbridge.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeoutException;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.common.web.problem.ProblemDocument;
import org.footbridge.common.web.problem.ProblemResponses;
import org.footbridge.common.web.request.RequestIds;
import org.footbridge.gateway.GatewayConfig;
import org.jboss.logging.Logger;

/** What the door changes on a request and its answer, and what it says where a service does not answer. */
@Singleton
public class Forwarding implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    private final ProblemResponses problems;
    private final long maxBody;

    public Forwarding(ProblemResponses problems, GatewayConfig config) {
        this.problems = problems;
        this.maxBody = config.maxBody().asLongValue();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Exchange exchange = Exchange.current();
        ProxyRequest request = context.request();
        ForwardedHeaders.prepare(
                request.headers(),
                request.proxiedRequest(),
                RequestIds.of(exchange.request()),
                RequestIds.trace(exchange.request()));
        if (request.getBody().length() < 0) {
            request.setBody(new CappedBody(request.getBody().stream(), exchange, maxBody));
        }
        return context.sendRequest().recover(failure -> Future.succeededFuture(answer(request, exchange, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        // the door has set its own already; two of them would be one too many
        context.response().headers().remove(RequestIds.HEADER).remove("Server").remove("X-Powered-By");
        return context.sendResponse();
    }

    private ProxyResponse answer(ProxyRequest request, Exchange exchange, Throwable failure) {
        Problem problem = problem(exchange, failure);
        boolean nobodyWaits = request.proxiedRequest().response().closed();
        LOG.logf(
                nobodyWaits ? Logger.Level.DEBUG : Logger.Level.WARN,
                "%s did not serve %s: %s",
                exchange.upstream().name(),
                problem.type().slug(),
                failure);
        ProxyResponse answer = request.release()
                .response()
                .setStatusCode(problem.type().status())
                .putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        problem.headers().forEach(answer::putHeader);
        return answer.setBody(Body.body(Buffer.buffer(problems.json(problem, exchange.request()))));
    }

    private static Problem problem(Exchange exchange, Throwable failure) {
        if (exchange.isTooLarge()) {
            return CommonProblem.TOO_LARGE
                    .because("The body is longer than is taken.")
                    .header("Connection", "close");
        }
        if (failure instanceof TimeoutException) {
            return CommonProblem.TIMEOUT.because(
                    "Whether anything was changed is not known. Read before you try again.");
        }
        return CommonProblem.UNAVAILABLE
                .because("The service behind this path cannot be reached.")
                .header("Retry-After", "5");
    }
}
