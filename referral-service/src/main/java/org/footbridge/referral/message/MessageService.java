package org.footbridge.referral.message;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.disclosure.Disclosure;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.placement.Parties;
import org.footbridge.referral.placement.Party;
import org.footbridge.referral.placement.PlacementAddress;

/** The thread of a placement. What the school writes leaves the district, with the same checks as the record. */
@ApplicationScoped
public class MessageService {
    private final Parties parties;
    private final CaseFiles files;
    private final MessageRepository messages;
    private final DisclosureService disclosures;
    private final Clock clock;

    MessageService(
            Parties parties, CaseFiles files, MessageRepository messages, DisclosureService disclosures, Clock clock) {
        this.parties = parties;
        this.files = files;
        this.messages = messages;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    @WithTransaction
    Uni<MessageResponse> post(Caller caller, PlacementAddress at, PostMessageRequest request) {
        return parties.open(caller, at)
                .call(party -> files.lock(party.file()))
                .invoke(Parties::requireOpen)
                .call(parties::requireConsent)
                .chain(party -> parties.part2()
                        .crossing(party, request.part2())
                        .chain(tagged -> write(party, request.text(), tagged))
                        .map(message -> MessageResponse.of(message, null, caller.subject(), false)));
    }

    private Uni<Message> write(Party party, String text, boolean tagged) {
        return messages.last(party.placement().id())
                .map(last -> Message.write(party, last + 1, text, tagged, clock.instant()))
                .call(messages::persistAndFlush)
                .call(message -> tell(party, message));
    }

    private Uni<Void> tell(Party party, Message message) {
        ReferralSnapshot.Message posted =
                new ReferralSnapshot.Message(message.id(), message.side().name());
        Uni<Void> told = files.tell(party.file(), EventType.REFERRAL_MESSAGE_POSTED, party.placement(), posted);
        return party.isSchool()
                ? told.chain(() -> disclosures.beside(
                        Disclosure.Kind.MESSAGED, party.file().referral(), party.placement(), party.actor()))
                : told;
    }

    /** Newest first, before that position of the thread. */
    @WithTransaction
    Uni<List<MessageResponse>> page(Caller caller, PlacementAddress at, int before, int size) {
        return parties.open(caller, at)
                .call(party -> parties.read(party, "message-list", List.of(at.placementId())))
                .chain(party -> messages.page(at.placementId(), before, size).chain(page -> parties.part2()
                        .isCoveredFor(party, page, one -> one.message().isPart2For(party.side()))
                        .map(covered -> page.stream()
                                .map(one -> shown(one, party, caller, covered))
                                .toList())));
    }

    private static MessageResponse shown(
            MessageRepository.Delivered one, Party reader, Caller caller, boolean covered) {
        boolean withheld = !covered && one.message().isPart2For(reader.side());
        return MessageResponse.of(one.message(), one.readAt(), caller.subject(), withheld);
    }

    /** How many messages of the other side the caller has not read. */
    @WithTransaction
    Uni<Long> unread(Caller caller, PlacementAddress at) {
        return parties.open(caller, at).chain(messages::unread);
    }

    /** Remembers that the caller has read up to a message; what was read before stays read. */
    @WithTransaction
    Uni<Long> read(Caller caller, PlacementAddress at, UUID upTo) {
        return parties.open(caller, at)
                .call(party -> messages.ofThread(at.placementId(), upTo)
                        .onItem()
                        .ifNull()
                        .failWith(MessageService::unknown)
                        .chain(message -> remember(party, message)))
                .chain(messages::unread);
    }

    private Uni<Void> remember(Party party, Message upTo) {
        return messages.readBy(upTo.placementId(), party.actor().subject())
                .chain(read -> read >= upTo.position()
                        ? Uni.createFrom().voidItem()
                        : Panache.getSession()
                                .chain(session -> session.persist(MessageReceipt.of(party, upTo, clock.instant()))
                                        .chain(session::flush)));
    }

    private static RuntimeException unknown() {
        Fault fault = new Fault("/upTo", "unknown", "must be a message of this thread");
        return new Problem(CommonProblem.INVALID, "1 fault(s), each with its place.", List.of(fault));
    }
}
