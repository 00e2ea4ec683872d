package org.footbridge.notification.world;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A receiver over TLS that lets nobody in but the holder of one client certificate. */
public final class MtlsReceiver implements AutoCloseable {
    private final HttpsServer server;
    private final List<String> callers = new CopyOnWriteArrayList<>();

    private MtlsReceiver(HttpsServer server) {
        this.server = server;
    }

    public static MtlsReceiver start(TlsKeys own, TlsKeys client) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
            MtlsReceiver receiver = new MtlsReceiver(server);
            SSLContext context = own.serverFor(client);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters wanted = context.getDefaultSSLParameters();
                    wanted.setNeedClientAuth(true);
                    parameters.setSSLParameters(wanted);
                }
            });
            server.createContext("/", exchange -> receiver.receive((HttpsExchange) exchange));
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(HttpsExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            callers.add(exchange.getSSLSession().getPeerPrincipal().getName());
            exchange.sendResponseHeaders(204, -1);
        }
    }

    public String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** The names in the certificates of those who came in. */
    public List<String> callers() {
        return callers;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
