package org.footbridge.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.footbridge.common.testsupport.FreePorts;
import org.footbridge.common.testsupport.TokenFactory;

/** What stands around the gateway in its tests: an issuer, and one HTTP server that plays three services; feedback is down. */
public class GatewayWorld implements QuarkusTestResourceLifecycleManager {
    private TokenFactory tokens;
    private EchoService services;

    @Override
    public Map<String, String> start() {
        tokens = TokenFactory.start();
        services = EchoService.start();
        Map<String, String> config = new HashMap<>();
        config.put("footbridge.issuer", tokens.issuer());
        config.put("footbridge.cursor.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        config.put("footbridge.url.referral", services.url());
        config.put("footbridge.url.directory", services.url());
        config.put("footbridge.url.notification", services.url());
        config.put("footbridge.url.feedback", "http://localhost:" + FreePorts.next());
        config.put("footbridge.gateway.crisis-copy", folder() + "/crisis.json");
        config.put("footbridge.gateway.crisis-refresh", "200ms");
        config.put("footbridge.gateway.answer-timeout", "1S");
        config.put("footbridge.gateway.max-body", "100K");
        config.put("quarkus.http.limits.max-body-size", "100K");
        return config;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("footbridge-gateway");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(tokens, new TestInjector.MatchesType(TokenFactory.class));
        injector.injectIntoFields(services, new TestInjector.MatchesType(EchoService.class));
    }

    @Override
    public void stop() {
        services.close();
        tokens.close();
    }
}
