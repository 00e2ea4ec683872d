package org.footbridge.common.testsupport;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The small service that the tools of this module are tried on; notes belong to the tenant that wrote them. */
@Path("/")
@Authenticated
@Singleton
public class SampleResource {

    private final Map<UUID, Note> notes = new ConcurrentHashMap<>();
    private final JsonWebToken token;
    private final SecurityIdentity identity;

    SampleResource(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    public record Who(String name, List<String> roles, String tenant) {}

    public record Note(UUID id, String tenant, int reads) {
        Note readOnceMore() {
            return new Note(id, tenant, reads + 1);
        }
    }

    @GET
    @Path("who")
    @Operation(operationId = "who")
    public Who who() {
        return new Who(token.getName(), identity.getRoles().stream().sorted().toList(), token.getClaim("tenant"));
    }

    @GET
    @Path("teapot")
    @Operation(operationId = "teapot")
    public Who teapot() {
        throw new WebApplicationException(Response.status(418).build());
    }

    @GET
    @Path("open")
    @PermitAll
    @Operation(operationId = "open")
    public String open() {
        return "open";
    }

    @POST
    @Path("notes")
    @Operation(operationId = "writeNote")
    public Note write() {
        Note note = new Note(UUID.randomUUID(), token.getClaim("tenant"), 0);
        notes.put(note.id(), note);
        return note;
    }

    @GET
    @Path("notes")
    @Operation(operationId = "listNotes")
    public List<Note> list() {
        return notes.values().stream().filter(this::mine).toList();
    }

    @GET
    @Path("notes/{id}")
    @Operation(operationId = "getNote")
    public Note get(UUID id) {
        return Optional.ofNullable(notes.get(id)).filter(this::mine).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("notes/{id}/close")
    @RolesAllowed("educator")
    @Operation(operationId = "closeNote")
    public Note close(UUID id) {
        notes.remove(get(id).id());
        return new Note(id, token.getClaim("tenant"), 0);
    }

    /** Shows everybody's notes in a list. */
    @GET
    @Path("leaks/list")
    @Operation(operationId = "leakingList")
    public List<Note> leakingList() {
        return List.copyOf(notes.values());
    }

    /** Shows any note to any tenant. */
    @GET
    @Path("leaks/{id}")
    @Operation(operationId = "leakingGet")
    public Note leakingGet(UUID id) {
        return notes.get(id);
    }

    /** Refuses strangers, and tells them by the status that there is something. */
    @GET
    @Path("leaks/{id}/existence")
    @Operation(operationId = "leakingExistence")
    public Note leakingExistence(UUID id) {
        Note note = Optional.ofNullable(notes.get(id)).orElseThrow(NotFoundException::new);
        if (!mine(note)) {
            throw new ForbiddenException();
        }
        return note;
    }

    /** Refuses strangers after the change. */
    @POST
    @Path("leaks/{id}/change")
    @Operation(operationId = "leakingChange")
    public Note leakingChange(UUID id) {
        notes.computeIfPresent(id, (key, note) -> note.readOnceMore());
        return get(id);
    }

    private boolean mine(Note note) {
        return Objects.equals(note.tenant(), token.getClaim("tenant"));
    }
}
