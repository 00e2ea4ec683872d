package org.footbridge.referral.district;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class DistrictRepository implements PanacheRepositoryBase<District, UUID> {}
