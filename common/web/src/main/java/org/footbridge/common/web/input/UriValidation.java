package org.footbridge.common.web.input;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Switches off the check of the request's URI that Quarkus makes before its routers and answers with an empty 400. It can
 * be switched by a system property alone, which is read when the server's class is loaded; the configuration is read
 * before that. {@link RequestTarget} makes the same check and answers with a problem document.
 */
public final class UriValidation implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
