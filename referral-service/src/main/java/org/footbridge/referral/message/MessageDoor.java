package org.footbridge.referral.message;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.referral.placement.PlacementAddress;

/** What both paths to a thread answer alike. */
@ApplicationScoped
class MessageDoor {
    private final CurrentCaller caller;
    private final MessageService messages;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    MessageDoor(CurrentCaller caller, MessageService messages, IdempotencyKeys keys, Cursors cursors) {
        this.caller = caller;
        this.messages = messages;
        this.keys = keys;
        this.cursors = cursors;
    }

    Uni<Response> post(PlacementAddress at, PostMessageRequest request) {
        return keys.once(request, () -> messages.post(caller.get(), at, request)
                .map(message -> Response.created(URI.create(at.path() + "/messages"))
                        .entity(message)
                        .build()));
    }

    Uni<Page<MessageResponse>> list(PlacementAddress at, int limit, String cursor) {
        String identity = "messages|" + at.placementId();
        int before = cursor == null
                ? Integer.MAX_VALUE
                : Integer.parseInt(cursors.decode(identity, cursor).getFirst());
        return messages.page(caller.get(), at, before, limit + 1).map(rows -> page(rows, limit, identity));
    }

    private Page<MessageResponse> page(List<MessageResponse> rows, int limit, String identity) {
        return cursors.page(identity, rows, limit, last -> List.of(Integer.toString(last.position())));
    }

    Uni<UnreadResponse> unread(PlacementAddress at) {
        return messages.unread(caller.get(), at).map(UnreadResponse::new);
    }

    Uni<UnreadResponse> read(PlacementAddress at, MarkReadRequest request) {
        return messages.read(caller.get(), at, request.upTo()).map(UnreadResponse::new);
    }
}
