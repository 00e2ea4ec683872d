package org.footbridge.gateway.proxy;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;

/**
 * A service behind the door.
 *
 * @param connection how to reach it; shared by all requests and never changed
 */
public record Upstream(String name, URI url, RequestOptions connection) {
    private static final int HTTP = 80;

    static Upstream of(String name, URI url, Duration connect, Duration silence) {
        int port = url.getPort() < 0 ? HTTP : url.getPort();
        RequestOptions connection = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, url.getHost()))
                .setHost(url.getHost())
                .setPort(port)
                .setConnectTimeout(connect.toMillis())
                .setIdleTimeout(silence.toMillis());
        return new Upstream(name, url, connection);
    }
}
