package org.footbridge.notification.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The mails of one address. */
public record Mailbox(GreenMail server, String address) {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Waits until there are as many. */
    public List<MimeMessage> has(int count) {
        await(count + " mails").atMost(SOON).untilAsserted(() -> assertThat(mails())
                .hasSize(count));
        return mails();
    }

    public List<MimeMessage> mails() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> to(message).equals(address))
                .toList();
    }

    public static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** A header as it is meant, unfolded; {@code null} where there is none. */
    public static String header(MimeMessage message, String name) {
        try {
            String value = message.getHeader(name, null);
            return value == null ? null : value.replaceAll("\\r?\\n\\s+", "");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The text and the HTML. */
    public static List<String> parts(MimeMessage message) {
        try {
            MimeMultipart multipart = (MimeMultipart) message.getContent();
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < multipart.getCount(); i++) {
                parts.add(multipart.getBodyPart(i).getContent().toString());
            }
            return parts;
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
