package org.footbridge.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.footbridge.notification.preference.UnsubscribeTokens;
import org.footbridge.notification.preference.UnsubscribeTokens.Subscription;
import org.footbridge.notification.wording.Wording;

/** Writes a {@link Letter} in the recipient's language and hands it to the mail server. */
@ApplicationScoped
public class PostOffice {
    private final ReactiveMailer mailer;
    private final Wording wording;
    private final UnsubscribeTokens tokens;
    private final String domain;
    private final String door;

    public PostOffice(
            ReactiveMailer mailer,
            Wording wording,
            UnsubscribeTokens tokens,
            MailConfig config,
            @ConfigProperty(name = "footbridge.url.public") String door) {
        this.mailer = mailer;
        this.wording = wording;
        this.tokens = tokens;
        this.domain = config.from().replaceAll("^.*@|>$", "");
        this.door = door;
    }

    /**
     * One mail to one person.
     *
     * @param seed the same in every attempt for the same mail; tells nothing of anybody
     * @param data what the templates need
     */
    record Parcel(
            Letter letter,
            UUID tenant,
            UUID person,
            String address,
            String language,
            String seed,
            Map<String, Object> data) {

        /** A record prints its members; this one must not reach a log. */
        @Override
        public String toString() {
            return "Parcel[" + letter + " " + person + "]";
        }
    }

    /** Completes when the mail server has accepted the mail. */
    Uni<Void> send(Parcel parcel) {
        String letter = parcel.letter().template();
        String language = parcel.language();
        Map<String, Object> data = new HashMap<>(parcel.data());
        String unsubscribe = parcel.letter().offersToUnsubscribe() ? unsubscribe(parcel) : null;
        data.put("unsubscribe", unsubscribe);
        Mail mail = Mail.withText(
                        parcel.address(), wording.title(letter, language), wording.text(letter, language, data))
                .setHtml(wording.html(letter, language, data))
                .addHeader("Message-ID", messageId(parcel.seed()))
                .addHeader("Content-Language", language)
                .addHeader("Auto-Submitted", "auto-generated");
        if (unsubscribe != null) {
            mail.addHeader("List-Unsubscribe", "<" + unsubscribe + ">")
                    .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mailer.send(mail);
    }

    private String unsubscribe(Parcel parcel) {
        return door + "/api/v1/notifications/unsubscribe/"
                + tokens.sign(new Subscription(
                        parcel.tenant(), parcel.person(), parcel.letter().topic(), parcel.language()));
    }

    private String messageId(String seed) {
        return "<" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">";
    }
}
