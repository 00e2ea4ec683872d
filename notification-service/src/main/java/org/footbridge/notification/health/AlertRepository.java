package org.footbridge.notification.health;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Alerts that are still to be sent. */
@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<Alert, UUID> {}
