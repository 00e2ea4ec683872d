package org.footbridge.common.persistence.probe;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.persistence.idempotency.OnceOnly;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Open;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Notes over HTTP, as a service would have them. */
@Path("/notes")
public class NoteResource {
    private final NoteService notes;
    private final IdempotencyKeys keys;
    private final CurrentCaller caller;
    private final Background background;

    public NoteResource(NoteService notes, IdempotencyKeys keys, CurrentCaller caller, Background background) {
        this.notes = notes;
        this.keys = keys;
        this.caller = caller;
        this.background = background;
    }

    /** A new note; {@code mode} says how it goes: slow, fails, secret, inside another tenant. */
    public record Request(String text, String mode, UUID tenant) {}

    /** A note as shown. */
    public record View(UUID id, String text) {
        static View of(Note note) {
            return new View(note.id, note.text);
        }
    }

    /** A note with something to be shown once. */
    public record SecretView(UUID id, String secret, boolean secretShown) implements OnceOnly {
        @Override
        public Object replay() {
            return new SecretView(id, null, true);
        }
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "note:write",
            roles = {Roles.EDUCATOR, Roles.PLATFORM_ADMIN, Roles.AGENCY_STAFF})
    public Uni<Response> write(Request request) {
        return keys.once(request, () -> note(request).map(note -> created(note, request)));
    }

    private Uni<Note> note(Request request) {
        UUID tenant = caller.get().tenant();
        return switch (String.valueOf(request.mode())) {
            case "slow" -> notes.write(tenant, request.text(), true);
            case "fails" -> notes.writeAndFail(tenant, request.text());
            case "inside" -> notes.writeInside(request.tenant(), request.text());
            default -> notes.write(tenant, request.text(), false);
        };
    }

    private static Response created(Note note, Request request) {
        Object body = "secret".equals(request.mode()) ? new SecretView(note.id, "s3cret", false) : View.of(note);
        return Response.created(URI.create("/notes/" + note.id))
                .tag(Version.tag(note.version))
                .entity(body)
                .build();
    }

    @GET
    @Open(because = "without a caller there is nothing to see")
    public Uni<List<String>> list() {
        return notes.texts();
    }

    @PUT
    @Path("/{id}")
    @Cancellable(false)
    @Allowed(scope = "note:write", roles = Roles.EDUCATOR)
    public Uni<Response> change(@RestPath UUID id, @HeaderParam("If-Match") String ifMatch, Request request) {
        long expected = Version.expected(ifMatch);
        return notes.change(id, expected, request.text())
                .map(note -> Response.ok(View.of(note)).build());
    }

    @POST
    @Path("/{id}/touch")
    @Cancellable(false)
    @Allowed(scope = "note:write", roles = Roles.EDUCATOR)
    public Uni<View> touch(@RestPath UUID id, Request request) {
        return notes.change(id, Version.ANY, request.text()).map(View::of);
    }

    @GET
    @Path("/caller")
    @Open(because = "it tells the caller what the database knows of him")
    public Uni<List<String>> caller() {
        return notes.caller().map(List::of);
    }

    @GET
    @Path("/background")
    @Open(because = "it tells what work without a caller knows")
    public Uni<List<String>> background() {
        return background.caller().map(List::of);
    }
}
