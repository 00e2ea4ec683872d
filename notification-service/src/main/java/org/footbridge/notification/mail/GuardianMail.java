package org.footbridge.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Engine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The mail that a guardian gets: that there is news of a student support request, and whom at the school to call. No student,
 * concern or provider: others may read over a shoulder or share the account.
 */
@ApplicationScoped
public class GuardianMail {
    private static final Map<String, String> SUBJECTS = Map.of(
            "en", "News about a student support request",
            "es", "Novedades sobre una solicitud de apoyo estudiantil");

    private final ReactiveMailer mailer;
    private final Engine templates;
    private final String domain;

    public GuardianMail(ReactiveMailer mailer, Engine templates, MailConfig config) {
        this.mailer = mailer;
        this.templates = templates;
        this.domain = config.from().replaceAll("^.*@|>$", "");
    }

    /** Completes when the mail server has accepted the mail. */
    Uni<Void> send(Notice notice, RecipientsClient.Recipient to, RecipientsClient.SchoolContact contact) {
        String language = language(to.language());
        Mail mail = Mail.withText(to.address(), SUBJECTS.get(language), body(language, "txt", contact))
                .setHtml(body(language, "html", contact))
                .addHeader("Message-ID", messageId(notice, to.personId()))
                .addHeader("Content-Language", language)
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail);
    }

    private String body(String language, String form, RecipientsClient.SchoolContact contact) {
        return templates
                .getTemplate("mail/sent_" + language + "." + form)
                .data("contact", contact == null ? new RecipientsClient.SchoolContact(null, null, null) : contact)
                .render();
    }

    /** The same in every attempt for the same person, and it tells nothing of either. */
    private String messageId(Notice notice, UUID person) {
        byte[] seed = (notice.eventId() + "/" + person).getBytes(StandardCharsets.UTF_8);
        return "<" + UUID.nameUUIDFromBytes(seed) + "@" + domain + ">";
    }

    private static String language(String tag) {
        String primary = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
        return SUBJECTS.containsKey(primary) ? primary : "en";
    }
}
