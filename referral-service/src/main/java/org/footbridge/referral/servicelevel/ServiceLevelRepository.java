package org.footbridge.referral.servicelevel;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ServiceLevelRepository implements PanacheRepositoryBase<ServiceLevelPlan, UUID> {}
