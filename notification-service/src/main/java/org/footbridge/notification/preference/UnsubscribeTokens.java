package org.footbridge.notification.preference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Problem;

/**
 * The signed tokens in the links that end a subscription (RFC 8058). They can do nothing else and do not grow old: a mail is
 * read when it is read. Signed like a cursor, for a list that there is not.
 */
@ApplicationScoped
public class UnsubscribeTokens {
    private static final String PURPOSE = "unsubscribe";

    private final Cursors signatures;

    public UnsubscribeTokens(Cursors signatures) {
        this.signatures = signatures;
    }

    /**
     * Mails of a topic to somebody.
     *
     * @param language of the mail, {@code en} or {@code es}
     */
    public record Subscription(UUID tenant, UUID person, NoticeTopic topic, String language) {}

    public String sign(Subscription subscription) {
        return signatures.encode(
                PURPOSE,
                List.of(
                        subscription.tenant().toString(),
                        subscription.person().toString(),
                        subscription.topic().name(),
                        subscription.language()));
    }

    /**
     * Reads a token that {@link #sign} made.
     *
     * @throws Problem 404 for anything else, which says no more than that
     */
    Subscription read(String token) {
        List<String> parts;
        try {
            parts = signatures.decode(PURPOSE, token);
        } catch (Problem forged) {
            throw CommonProblem.NOT_FOUND.because("There is no such subscription. Was the link copied as a whole?");
        }
        return new Subscription(
                UUID.fromString(parts.get(0)),
                UUID.fromString(parts.get(1)),
                NoticeTopic.valueOf(parts.get(2)),
                parts.get(3));
    }
}
