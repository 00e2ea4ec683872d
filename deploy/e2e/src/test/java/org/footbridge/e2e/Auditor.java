package org.footbridge.e2e;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.footbridge.common.events.Topic;
import org.footbridge.local.Part;
import org.footbridge.local.Stack;
import org.footbridge.local.demo.Mailbox;
import org.footbridge.local.demo.WebhookReceiver;
import org.footbridge.local.demo.World;

/** Collects the facts of an {@link Audit} from a running stack: from the databases as superuser, from the bus, from outside. */
final class Auditor {
    private static final String CAPACITY = "concat_ws('/', %s, available, wait_days, confirmed_at)";

    /** Of the sender, see {@code footbridge.mail.from}. */
    private static final String MAIL_DOMAIN = "footbridge.example";

    /** Agencies are asked to look at their entries while the stack runs: that is no notice of a referral. */
    private static final String OF_THE_DIRECTORY = "Directory entries wait for your confirmation";

    private final Stack stack;
    private final World world;
    private final WebhookReceiver receiver;
    private final Instant registered;
    private final int mailsBefore;

    /** @param registered when the receiver was registered: earlier events are not for it */
    Auditor(Stack stack, World world, WebhookReceiver receiver, Instant registered) {
        this.stack = stack;
        this.world = world;
        this.receiver = receiver;
        this.registered = registered;
        this.mailsBefore = world.mail().all().size();
    }

    Audit audit() throws SQLException {
        return new Audit(
                texts(Part.REFERRAL, "select id, state from referral"),
                texts(
                        Part.DIRECTORY,
                        "select service_id, " + CAPACITY.formatted("status") + " from service_capacities"),
                lastSequences(),
                waiting(),
                bus(),
                texts(Part.FEEDBACK, "select referral_id, state from referral_fact"),
                texts(Part.REFERRAL, "select id, " + CAPACITY.formatted("capacity_status") + " from provider_service"),
                deliveries(),
                receiver.received().stream().map(WebhookReceiver.Received::id).toList(),
                numbers(Part.REFERRAL, """
                        select placement.id, count(disclosure.id) from placement
                        left join disclosure on disclosure.placement_id = placement.id and kind = 'RELEASED'
                        group by placement.id
                        """),
                mails());
    }

    private Audit.Mails mails() throws SQLException {
        Set<String> told = told("mail_receipt.created_at > '" + registered + "'");
        Set<String> toldEver = told("true");
        List<Mailbox.Mail> all = world.mail().all();
        return new Audit.Mails(told, toldEver, messageIds(all.stream().skip(mailsBefore)), messageIds(all.stream()));
    }

    private static List<String> messageIds(Stream<Mailbox.Mail> mails) {
        return mails.filter(mail -> !mail.subject().equals(OF_THE_DIRECTORY))
                .map(Mailbox.Mail::messageId)
                .toList();
    }

    private Map<UUID, Long> lastSequences() throws SQLException {
        Map<UUID, Long> last = numbers(
                Part.REFERRAL, "select subject, last from aggregate_sequence join referral on referral.id = subject");
        last.putAll(numbers(Part.DIRECTORY, "select subject, last from aggregate_sequence"));
        return last;
    }

    private Map<String, Long> waiting() throws SQLException {
        Map<String, Long> waiting = new HashMap<>();
        for (Part part : Stream.of(Part.values()).filter(Part::hasDatabase).toList()) {
            query(part, "select count(*) from outbox", row -> waiting.put(part.partName(), row.getLong(1)));
        }
        return waiting;
    }

    private List<Audit.BusEvent> bus() {
        return Bus.read(stack.bootstrapServers(), List.of(Topic.REFERRAL.topicName(), Topic.DIRECTORY.topicName()))
                .stream()
                .map(this::busEvent)
                .toList();
    }

    private Audit.BusEvent busEvent(ConsumerRecord<String, byte[]> record) {
        boolean ours = World.AGENCY.equals(Bus.header(record, "ce_agencyid"))
                && Bus.header(record, "ce_type").startsWith("org.footbridge.referral.")
                && Instant.parse(Bus.header(record, "ce_time")).isAfter(registered);
        return new Audit.BusEvent(
                UUID.fromString(Bus.header(record, "ce_id")),
                UUID.fromString(record.key()),
                Long.parseLong(Bus.header(record, "ce_sequence")),
                ours);
    }

    private List<Audit.Delivery> deliveries() throws SQLException {
        List<Audit.Delivery> deliveries = new ArrayList<>();
        query(
                Part.NOTIFICATION,
                "select event_id, state from webhook_delivery where agency_id = '" + World.AGENCY
                        + "' and endpoint_id in (select id from webhook_endpoint)",
                row -> deliveries.add(new Audit.Delivery(row.getObject(1, UUID.class), row.getString(2))));
        return deliveries;
    }

    /** The Message-IDs that the receipts stand for: each is made of its event and its reader. */
    private Set<String> told(String when) throws SQLException {
        Set<String> told = new HashSet<>();
        query(Part.NOTIFICATION, """
                select notice.event_id || '/' || person_id
                from mail_receipt join mail_notice notice on notice.id = notice_id
                where channel = 'EMAIL' and outcome = 'SENT' and %s
                """.formatted(when), row -> {
            UUID id = UUID.nameUUIDFromBytes(row.getString(1).getBytes(StandardCharsets.UTF_8));
            told.add("<" + id + "@" + MAIL_DOMAIN + ">");
        });
        return told;
    }

    private Map<UUID, String> texts(Part part, String sql) throws SQLException {
        Map<UUID, String> found = new HashMap<>();
        query(part, sql, row -> found.put(row.getObject(1, UUID.class), row.getString(2)));
        return found;
    }

    private Map<UUID, Long> numbers(Part part, String sql) throws SQLException {
        Map<UUID, Long> found = new HashMap<>();
        query(part, sql, row -> found.put(row.getObject(1, UUID.class), row.getLong(2)));
        return found;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(Part part, String sql, Row each) throws SQLException {
        try (Connection connection = stack.database(part).connectAsSuperuser();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.read(rows);
            }
        }
    }
}
