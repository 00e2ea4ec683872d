package org.footbridge.referral.concern;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.persistence.tenancy.Tenancy;

/** Which school has to hear of a concern, and whether it still has to. */
@ApplicationScoped
public class ConcernNewsService {
    /** Thirty concerns in an hour are no reason for thirty mails. Quarters of the hour: what trickles in steadily mutes nothing. */
    private static final Duration ONE_MAIL = Duration.ofMinutes(15);

    private final ConcernRepository concerns;

    ConcernNewsService(ConcernRepository concerns) {
        this.concerns = concerns;
    }

    /**
     * A concern that was left.
     *
     * @param silence why nobody is told any more, {@code null} where somebody is
     */
    public record News(UUID tenantId, UUID schoolId, String silence) {}

    /** Enters the concern's district; {@code null} where there is no such concern. */
    @WithTransaction
    public Uni<News> of(UUID id) {
        return concerns.tenant(id)
                .chain(tenant -> tenant == null
                        ? Uni.createFrom().nullItem()
                        : Tenancy.enter(tenant).chain(() -> concerns.findById(id)))
                .chain(concern -> concern == null ? Uni.createFrom().nullItem() : news(concern));
    }

    private Uni<News> news(LeftConcern concern) {
        if (!concern.isOpen()) {
            return Uni.createFrom().item(new News(concern.tenantId(), concern.schoolId(), "decided"));
        }
        return concerns.followsAnother(concern, beginning(concern.receivedAt()))
                .map(follows -> new News(concern.tenantId(), concern.schoolId(), follows ? "told-just-now" : null));
    }

    /** Of the quarter of an hour that holds it. */
    private static Instant beginning(Instant at) {
        long quarter = ONE_MAIL.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), quarter) * quarter);
    }
}
