package org.footbridge.feedback.roster;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.footbridge.common.events.AccountLinked;
import org.footbridge.common.events.DistrictChanged;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.OnCallChanged;
import org.footbridge.common.events.SchoolChanged;
import org.footbridge.common.events.StaffChanged;
import org.jboss.logging.Logger;

/** Takes over what the roster tells. */
@ApplicationScoped
public class RosterService {
    private static final Logger LOG = Logger.getLogger(RosterService.class);

    private final RosterRepository roster;

    public RosterService(RosterRepository roster) {
        this.roster = roster;
    }

    /** Takes over one change, unless a later one of the same subject is known. */
    @WithTransaction
    public Uni<Void> take(Event event) {
        return switch (event.data()) {
            case DistrictChanged district -> roster.put(event.tenantId(), event.sequence(), district);
            case SchoolChanged school -> roster.put(event.tenantId(), event.sequence(), school);
            case StaffChanged staff -> roster.put(event.tenantId(), event.sequence(), staff);
            case AccountLinked account -> roster.put(event.tenantId(), event.sequence(), account);
            case OnCallChanged chain -> Uni.createFrom().voidItem();
            default -> {
                LOG.warnf("%s says nothing about the roster", event.type().type());
                yield Uni.createFrom().voidItem();
            }
        };
    }
}
