package org.footbridge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An auditor that finds nothing proves something only if it finds what was planted. */
class AuditTest {
    private static final UUID REFERRAL = UUID.randomUUID();
    private static final UUID SERVICE = UUID.randomUUID();
    private static final UUID PLACEMENT = UUID.randomUUID();
    private static final UUID SUBMITTED = UUID.randomUUID();
    private static final UUID SENT = UUID.randomUUID();
    private static final Audit.BusEvent FIRST = new Audit.BusEvent(SUBMITTED, REFERRAL, 1, false);
    private static final Audit.BusEvent SECOND = new Audit.BusEvent(SENT, REFERRAL, 2, true);
    private static final Audit.Delivery DELIVERED = new Audit.Delivery(SENT, "DELIVERED");

    private Map<String, Long> outbox = Map.of("referral", 0L);
    private List<Audit.BusEvent> bus = List.of(FIRST, SECOND);
    private Map<UUID, String> facts = Map.of(REFERRAL, "PLACED");
    private Map<UUID, String> capacities = Map.of(SERVICE, "HAS_CAPACITY/3");
    private List<Audit.Delivery> deliveries = List.of(DELIVERED);
    private List<String> received = List.of(SENT.toString());
    private Map<UUID, Long> releases = Map.of(PLACEMENT, 1L);
    private List<String> mails = List.of("<a@footbridge>");

    private List<String> findings() {
        return new Audit(
                        Map.of(REFERRAL, "PLACED"),
                        Map.of(SERVICE, "HAS_CAPACITY/3"),
                        Map.of(REFERRAL, 2L),
                        outbox,
                        bus,
                        facts,
                        capacities,
                        deliveries,
                        received,
                        releases,
                        new Audit.Mails(Set.of("<a@footbridge>"), Set.of("<a@footbridge>"), mails, mails))
                .findings();
    }

    @Test
    void shouldFindNothingWhereAllIsWell() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void shouldAllowTheSameRecordTwiceOnTheWire() {
        bus = List.of(FIRST, SECOND, SECOND);
        received = List.of(SENT.toString(), SENT.toString());
        mails = List.of("<a@footbridge>", "<a@footbridge>");
        assertThat(findings()).isEmpty();
    }

    @Test
    void shouldFindAnEventThatNeverReachedTheBus() {
        bus = List.of(SECOND);
        assertThat(findings()).singleElement().asString().startsWith("lost: event 1");
    }

    @Test
    void shouldFindAnEventThatStillWaitsInTheOutbox() {
        outbox = Map.of("referral", 1L);
        assertThat(findings()).singleElement().asString().startsWith("lost: 1 event(s)");
    }

    @Test
    void shouldFindTwoEventsInOnePlaceOfTheOrder() {
        bus = List.of(FIRST, SECOND, new Audit.BusEvent(UUID.randomUUID(), REFERRAL, 2, false));
        assertThat(findings()).singleElement().asString().startsWith("doubled: event 2");
    }

    @Test
    void shouldFindFiguresThatMissedAChange() {
        facts = Map.of(REFERRAL, "READY");
        assertThat(findings()).anyMatch(one -> one.startsWith("lost: the figures"));
    }

    @Test
    void shouldFindACapacityThatTheSendersNeverHeardOf() {
        capacities = Map.of(SERVICE, "HAS_CAPACITY/2");
        assertThat(findings()).singleElement().asString().startsWith("lost: whoever sends");
    }

    @Test
    void shouldFindAWebhookThatNobodyReceived() {
        received = List.of();
        assertThat(findings()).singleElement().asString().startsWith("lost: the receiver");
    }

    @Test
    void shouldFindADeliveryThatWasMadeTwice() {
        deliveries = List.of(DELIVERED, DELIVERED);
        assertThat(findings()).singleElement().asString().startsWith("doubled: webhook delivery");
    }

    @Test
    void shouldFindAReleaseThatIsMissingOrDoubled() {
        releases = Map.of(PLACEMENT, 0L);
        assertThat(findings()).singleElement().asString().startsWith("lost: release");
        releases = Map.of(PLACEMENT, 2L);
        assertThat(findings()).singleElement().asString().startsWith("doubled: release");
    }

    @Test
    void shouldFindASecondMailOrNone() {
        mails = List.of("<a@footbridge>", "<b@footbridge>");
        assertThat(findings()).singleElement().asString().startsWith("doubled: mail <b@footbridge>");
        mails = List.of();
        assertThat(findings()).singleElement().asString().startsWith("lost: mail <a@footbridge>");
    }
}
