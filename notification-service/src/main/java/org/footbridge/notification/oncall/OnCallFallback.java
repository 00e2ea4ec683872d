package org.footbridge.notification.oncall;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.UUID;
import org.footbridge.notification.mail.RecipientsClient.Recipients;
import org.jboss.logging.Logger;

/** Answers for referral-service where it gives none and a crisis must not wait. */
@ApplicationScoped
public class OnCallFallback {
    private static final Logger LOG = Logger.getLogger(OnCallFallback.class);

    private final OnCallService copies;

    OnCallFallback(OnCallService copies) {
        this.copies = copies;
    }

    /**
     * The copy's answer; the failure again where there is none, so that it is tried later.
     *
     * @param turnsMissed by how many levels the chain goes on, as nobody has passed the crisis on since the event
     */
    public Uni<Recipients> insteadOf(Throwable failure, UUID event, int turnsMissed) {
        if (isAnAnswer(failure)) {
            return Uni.createFrom().failure(failure);
        }
        return copies.recipients(event, turnsMissed).chain(known -> known.map(recipients -> {
                    LOG.warnf(
                            "the crisis of event %s is told out of the copy (%s)",
                            event, failure.getClass().getSimpleName());
                    return Uni.createFrom().item(recipients);
                })
                .orElseGet(() -> Uni.createFrom().failure(failure)));
    }

    /** Who was asked and says no is not down. That our own token is refused is no word about the crisis. */
    private static boolean isAnAnswer(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatusInfo().getFamily() == Family.CLIENT_ERROR
                && answer.getResponse().getStatus() != 401
                && answer.getResponse().getStatus() != 403
                && answer.getResponse().getStatus() != 429;
    }
}
