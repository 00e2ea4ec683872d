package org.footbridge.referral.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.CurrentCaller;

/** How files come in and go out on all paths to them: piece by piece, by way of a local file. */
@ApplicationScoped
class AttachmentDoor {
    private final CurrentCaller caller;
    private final RoutingContext current;
    private final Uploads uploads;
    private final Intake intake;
    private final SweepService sweep;
    private final IdempotencyKeys keys;
    private final AttachmentStore store;

    AttachmentDoor(
            CurrentCaller caller,
            RoutingContext current,
            Uploads uploads,
            Intake intake,
            SweepService sweep,
            IdempotencyKeys keys,
            AttachmentStore store) {
        this.caller = caller;
        this.current = current;
        this.uploads = uploads;
        this.intake = intake;
        this.sweep = sweep;
        this.keys = keys;
        this.store = store;
    }

    /**
     * Reads the request's body, looks at it and has it kept. The key of its bytes is announced before the transaction that keeps it
     * begins, also where an Idempotency-Key then finds the answer of before: what has no bytes is swept out all the same.
     *
     * @param part2 whether it tells of substance use; {@code null} where the caller says nothing
     * @param list where the files of its kind are listed
     */
    Uni<Response> add(
            HttpServerRequest request,
            Boolean part2,
            String list,
            Function<AttachmentService.Incoming, Uni<AttachmentResponse>> keep) {
        Caller who = caller.get();
        return uploads.of(request, upload -> intake.look(upload, request.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .chain(seen -> sweep.announce(who).map(key -> new Attachment.Kept(key, seen)))
                .map(kept -> new AttachmentService.Incoming(who, kept, part2, upload.file()))
                .chain(file -> keys.once(
                        upload.sha256() + part2, () -> keep.apply(file).map(added -> created(list, added)))));
    }

    private static Response created(String list, AttachmentResponse added) {
        return Response.created(URI.create(list + "/" + added.id()))
                .entity(added)
                .build();
    }

    /** As a file to be saved, which no browser shows or guesses at. */
    Uni<Response> answer(Attachment attachment) {
        return store.get(attachment.storageKey())
                .onItem()
                .ifNull()
                .failWith(() -> AttachmentProblem.FILE_LOST.because("It has to be added again."))
                .invoke(this::closeWithTheConnection)
                .map(bytes -> answer(attachment, bytes));
    }

    /** Whoever has read all of it has also closed it; somebody who hangs up leaves it open. */
    private void closeWithTheConnection(AsyncFile bytes) {
        current.addEndHandler(end -> {
            if (end.failed()) {
                bytes.close();
            }
        });
    }

    private static Response answer(Attachment attachment, AsyncFile bytes) {
        return Response.ok(bytes.setReadLength(attachment.byteCount()))
                .type(attachment.kind().type())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.name().disposition())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }
}
