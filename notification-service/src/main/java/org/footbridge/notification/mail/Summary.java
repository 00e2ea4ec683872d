package org.footbridge.notification.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.footbridge.notification.mail.RecipientsClient.Recipient;
import org.footbridge.notification.mail.RecipientsClient.Recipients;

/** What a summary says: how many requests of which school have news. Confined to the one work that makes it. */
final class Summary {
    private final UUID person;
    private final Map<String, Set<UUID>> requests = new TreeMap<>();
    private Recipient to;

    Summary(UUID person) {
        this.person = person;
    }

    /** A line of the mail; {@code school} is {@code null} where the answer names none. */
    record Line(String school, int requests) {}

    /** Counts the notice's request in, if the person may still be told of it. */
    void add(Notice notice, Recipients answer) {
        answer.recipients().stream()
                .filter(recipient -> recipient.personId().equals(person))
                .filter(recipient -> recipient.allowed() && recipient.hasAddress())
                .findFirst()
                .ifPresent(recipient -> {
                    to = recipient;
                    String school = answer.schoolContact().school();
                    requests.computeIfAbsent(school == null ? "" : school, name -> new HashSet<>())
                            .add(notice.referralId());
                });
    }

    boolean isEmpty() {
        return to == null;
    }

    Recipient to() {
        return to;
    }

    List<Line> lines() {
        return requests.entrySet().stream()
                .map(line -> new Line(
                        line.getKey().isEmpty() ? null : line.getKey(),
                        line.getValue().size()))
                .toList();
    }
}
