package org.footbridge.e2e;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Compares what the stores, the bus, the agency's receiver and the mailbox hold (decision 40): everything that was committed
 * must have had its effect everywhere, once. Works on collected facts, so that it can be tested with a planted loss or double.
 */
record Audit(
        Map<UUID, String> referralStates,
        Map<UUID, String> capacities,
        Map<UUID, Long> lastSequences,
        Map<String, Long> waitingInOutbox,
        List<BusEvent> bus,
        Map<UUID, String> factStates,
        Map<UUID, String> knownCapacities,
        List<Delivery> deliveries,
        List<String> receivedWebhooks,
        Map<UUID, Long> releases,
        Mails mails) {

    /** One record of the topics of referrals and of the directory. */
    record BusEvent(UUID id, UUID subject, long sequence, boolean forTheEndpoint) {}

    /** One row of the webhook queue. */
    record Delivery(UUID eventId, String state) {}

    /**
     * Message-IDs. A receipt is written after its mail has come, so that a watch may begin between the two: what happened since
     * is looked for in all that there ever was.
     *
     * @param told of the receipts since the watch began
     * @param toldEver of all receipts
     * @param came of the mails since the watch began; the same one twice is one mail that the wire carried twice (ADR 012)
     * @param cameEver of all mails
     */
    record Mails(Set<String> told, Set<String> toldEver, List<String> came, List<String> cameEver) {}

    /** What is lost or doubled, a line each; empty where all is well. */
    List<String> findings() {
        List<String> found = new ArrayList<>();
        waitingInOutbox.forEach((service, count) -> {
            if (count > 0) {
                found.add("lost: " + count + " event(s) never left the outbox of " + service);
            }
        });
        sequences(found);
        states(found);
        webhooks(found);
        releases.forEach((placement, count) -> {
            if (count != 1) {
                found.add((count == 0 ? "lost" : "doubled") + ": release of placement " + placement + " x" + count);
            }
        });
        mails(found);
        return found;
    }

    private void sequences(List<String> found) {
        Map<UUID, Map<Long, Set<UUID>>> seen = new HashMap<>();
        bus.forEach(event -> seen.computeIfAbsent(event.subject(), key -> new HashMap<>())
                .computeIfAbsent(event.sequence(), key -> new HashSet<>())
                .add(event.id()));
        lastSequences.forEach((subject, last) -> {
            Map<Long, Set<UUID>> events = seen.getOrDefault(subject, Map.of());
            for (long sequence = 1; sequence <= last; sequence++) {
                int ids = events.getOrDefault(sequence, Set.of()).size();
                if (ids != 1) {
                    found.add((ids == 0 ? "lost" : "doubled") + ": event " + sequence + " of " + subject);
                }
            }
        });
    }

    private void states(List<String> found) {
        compare(
                referralStates,
                factStates,
                (referral, state) ->
                        found.add("lost: the figures do not know that referral " + referral + " is " + state));
        compare(
                factStates,
                referralStates,
                (referral, state) -> found.add(
                        "doubled: the figures know a referral " + referral + " in " + state + " that is not so"));
        compare(
                capacities,
                knownCapacities,
                (service, capacity) ->
                        found.add("lost: whoever sends does not know that service " + service + " has " + capacity));
    }

    private static void compare(Map<UUID, String> truth, Map<UUID, String> copy, BiConsumer<UUID, String> otherwise) {
        truth.forEach((id, state) -> {
            if (!state.equals(copy.get(id))) {
                otherwise.accept(id, state);
            }
        });
    }

    private void webhooks(List<String> found) {
        Map<UUID, Integer> rows = new HashMap<>();
        deliveries.forEach(delivery -> rows.merge(delivery.eventId(), 1, Integer::sum));
        Set<String> received = new HashSet<>(receivedWebhooks);
        bus.stream()
                .filter(BusEvent::forTheEndpoint)
                .map(BusEvent::id)
                .distinct()
                .forEach(event -> {
                    int count = rows.getOrDefault(event, 0);
                    if (count != 1) {
                        found.add((count == 0 ? "lost" : "doubled") + ": webhook delivery of event " + event + " x"
                                + count);
                    }
                    if (!received.contains(event.toString())) {
                        found.add("lost: the receiver never got event " + event);
                    }
                });
        deliveries.stream()
                .filter(delivery -> !delivery.state().equals("DELIVERED"))
                .forEach(delivery ->
                        found.add("lost: delivery of event " + delivery.eventId() + " is " + delivery.state()));
    }

    private void mails(List<String> found) {
        Set<String> cameEver = Set.copyOf(mails.cameEver());
        mails.told().stream()
                .filter(mail -> !cameEver.contains(mail))
                .forEach(mail -> found.add("lost: mail " + mail + " never came"));
        mails.came().stream()
                .distinct()
                .filter(mail -> !mails.toldEver().contains(mail))
                .forEach(mail -> found.add("doubled: mail " + mail + " is more than there was to tell"));
    }
}
