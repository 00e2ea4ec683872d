package org.footbridge.directory.crisis;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class CrisisLineRepository implements PanacheRepositoryBase<CrisisLine, UUID> {}
