package org.footbridge.gateway.proxy;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A client's request as the proxy sees it. Where an answer breaks off, the proxy resets it; Vert.x 4.5 then closes the
 * connection but tells nobody, so that an orderly stop would wait for this request in vain. Closing the connection itself is
 * told to all.
 */
final class ClientSide extends HttpServerRequestWrapper {
    private final HttpServerResponse response;

    ClientSide(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response = new BreakingOff(request.response());
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }

    private final class BreakingOff extends AbstractResponseWrapper {
        BreakingOff(HttpServerResponse response) {
            super(response);
        }

        @Override
        public boolean reset(long code) {
            connection().close();
            return true;
        }

        @Override
        public boolean reset() {
            return reset(0L);
        }
    }
}
