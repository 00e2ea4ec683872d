package org.footbridge.notification.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.footbridge.notification.mail.RecipientsClient.Recipients;
import org.footbridge.notification.oncall.OnCallFallback;

/** Asks who may be told at this moment. */
@ApplicationScoped
class RecipientDirectory {
    private static final int NOT_FOUND = 404;

    private final RecipientsClient client;
    private final OnCallFallback onCall;

    RecipientDirectory(@RestClient RecipientsClient client, OnCallFallback onCall) {
        this.client = client;
        this.onCall = onCall;
    }

    /** Fails where nobody answers and no crisis is known by the event; of a referral that is no more, nobody is told. */
    Uni<Recipients> of(Notice notice) {
        return client.resolve(notice.question())
                .onFailure(failure -> failure instanceof WebApplicationException answered
                        && answered.getResponse().getStatus() == NOT_FOUND)
                .recoverWithItem(Recipients.NOBODY)
                .onFailure()
                .recoverWithUni(failure -> onCall.insteadOf(failure, notice.knownBy(), notice.turnsMissed()));
    }
}
