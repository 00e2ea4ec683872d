package org.footbridge.notification.egress;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP client for all, and one for each certificate: a connection is made as somebody and stays so. */
final class Clients {
    private static final int MOST_KEPT = 64;

    private final Vertx vertx;
    private final HttpClientOptions options;
    private final HttpClient plain;
    private final Map<PemIdentity, HttpClient> ofIdentity = new LinkedHashMap<>(16, 0.75f, true);

    Clients(Vertx vertx, HttpClientOptions options) {
        this.vertx = vertx;
        this.options = options;
        this.plain = vertx.createHttpClient(options);
    }

    /** With the certificate, or as nobody where it is {@code null}. */
    HttpClient as(PemIdentity identity) {
        return identity == null ? plain : own(identity);
    }

    private synchronized HttpClient own(PemIdentity identity) {
        HttpClient known = ofIdentity.get(identity);
        if (known != null) {
            return known;
        }
        HttpClient made = vertx.createHttpClient(new HttpClientOptions(options)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(identity.certificate()))
                        .addKeyValue(Buffer.buffer(identity.privateKey()))));
        ofIdentity.put(identity, made);
        if (ofIdentity.size() > MOST_KEPT) {
            PemIdentity eldest = ofIdentity.keySet().iterator().next();
            ofIdentity.remove(eldest).close();
        }
        return made;
    }
}
