package org.footbridge.notification.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.notification.inbox.InboxStream.Reader;
import org.footbridge.notification.person.PersonService;
import org.footbridge.notification.wording.Wording;

/** The caller's inbox as server-sent events. */
@Path("/api/v1/notifications/stream")
@Tag(name = "Notifications")
public class InboxStreamResource {
    private final CurrentCaller caller;
    private final PersonService persons;
    private final InboxStream streams;
    private final Wording wording;
    private final JsonWebToken token;

    public InboxStreamResource(
            CurrentCaller caller, PersonService persons, InboxStream streams, Wording wording, JsonWebToken token) {
        this.caller = caller;
        this.persons = persons;
        this.streams = streams;
        this.wording = wording;
        this.token = token;
    }

    @GET
    @OfAPerson
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Allowed(
            scope = "notification:read",
            roles = {
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.COUNSELOR,
                Roles.EDUCATOR,
                Roles.GUARDIAN,
                Roles.STUDENT
            })
    @Operation(
            operationId = "streamNotifications",
            summary = "Hear of your notifications as they come in",
            description =
                    "Server-sent events named `notification`, each with the notification as JSON and its sequence as id."
                            + " With Last-Event-ID begins after that one, without it with what comes in from now on. A comment is a"
                            + " sign of life. Ends with the token at the latest: connect again with a fresh token and the last id.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "event: notification\nid: 42\ndata: {\"sequence\":42,\"topic\":\"PROGRESS\"}\n\n")))
    @APIResponse(
            responseCode = "409",
            description = "Nobody of the roster is known for the account (account-not-linked).")
    public Multi<OutboundSseEvent> stream(@HeaderParam("Last-Event-ID") @Min(0) Long lastEventId, @Context Sse sse) {
        Caller reader = caller.get();
        Instant until = Instant.ofEpochSecond(token.getExpirationTime());
        return persons.require(reader)
                .onItem()
                .transformToMulti(person -> begin(reader, person, lastEventId)
                        .onItem()
                        .transformToMulti(after -> streams.open(new Reader(reader, person, until), after)))
                .onItem()
                .transformToMultiAndConcatenate(news -> Multi.createFrom().iterable(events(news, sse)));
    }

    private Uni<Long> begin(Caller reader, UUID person, Long lastEventId) {
        return lastEventId == null
                ? streams.end(reader, person)
                : Uni.createFrom().item(lastEventId);
    }

    private List<OutboundSseEvent> events(InboxStream.News news, Sse sse) {
        return news.items().isEmpty()
                ? List.of(sse.newEventBuilder().comment("still here").build())
                : news.items().stream().map(item -> event(item, sse)).toList();
    }

    private OutboundSseEvent event(InboxItem item, Sse sse) {
        return sse.newEventBuilder()
                .name("notification")
                .id(Long.toString(item.sequence()))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(
                        NotificationResponse.class,
                        NotificationResponse.of(item, wording.title(item.letter(), item.language())))
                .build();
    }
}
