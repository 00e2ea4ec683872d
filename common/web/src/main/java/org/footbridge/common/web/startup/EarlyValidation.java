package org.footbridge.common.web.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.validation.ValidatorFactory;

/**
 * Has bean validation read its constraints beside the rest of the start, which is long busy with the entities: whoever needs
 * it first, the start at the latest, waits for what is left (ADR 055).
 */
@Singleton
class EarlyValidation {

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event, Instance<ValidatorFactory> constraints) {
        Thread.ofPlatform().name("early-validation").start(constraints::get);
    }
}
