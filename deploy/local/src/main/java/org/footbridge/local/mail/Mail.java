package org.footbridge.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One mail as it arrived.
 *
 * @param id counts the mails since the start
 * @param sender the envelope's sender, which need not be the one of the header
 * @param recipients the envelope's recipients
 * @param parts decoded text of every text part, in their order
 * @param raw everything as sent: headers, parts and attachments
 */
public record Mail(
        long id,
        Instant receivedAt,
        String sender,
        List<String> recipients,
        String subject,
        List<String> parts,
        String raw) {

    public Mail {
        recipients = List.copyOf(recipients);
        parts = List.copyOf(parts);
    }

    static Mail received(long id, Instant now, String sender, List<String> recipients, MimeMessage message)
            throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        List<String> parts = new ArrayList<>();
        collectText(message, parts);
        return new Mail(
                id,
                now,
                sender,
                recipients,
                message.getSubject() == null ? "" : message.getSubject(),
                parts,
                raw.toString(StandardCharsets.ISO_8859_1));
    }

    private static void collectText(Part part, List<String> found) throws MessagingException, IOException {
        if (part.getContent() instanceof MimeMultipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                collectText(multipart.getBodyPart(i), found);
            }
        } else if (part.isMimeType("text/*")) {
            found.add(part.getContent().toString());
        }
    }
}
