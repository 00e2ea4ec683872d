package org.footbridge.common.web.probe;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.footbridge.common.testsupport.TokenFactory;

/** The issuer of the tests' tokens. */
public class Issuer implements QuarkusTestResourceLifecycleManager {
    private TokenFactory tokens;

    @Override
    public Map<String, String> start() {
        tokens = TokenFactory.start();
        return Map.of("footbridge.issuer", tokens.issuer());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(tokens, new TestInjector.MatchesType(TokenFactory.class));
    }

    @Override
    public void stop() {
        tokens.close();
    }
}
