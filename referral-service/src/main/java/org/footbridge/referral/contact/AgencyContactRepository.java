package org.footbridge.referral.contact;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class AgencyContactRepository implements PanacheRepositoryBase<AgencyContact, UUID> {}
