package org.footbridge.common.persistence.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.problem.CommonProblem;

/**
 * The {@code Idempotency-Key} of creating requests (decision 29): key, effect and answer are one transaction, so the key
 * survives a restart and holds across copies of a service.
 */
@RequestScoped
public class IdempotencyKeys {
    private static final int LONGEST = 255;

    private final CurrentCaller caller;
    private final RoutingContext request;
    private final ObjectMapper json;
    private final IdempotencyStore store;

    public IdempotencyKeys(CurrentCaller caller, RoutingContext request, ObjectMapper json, IdempotencyStore store) {
        this.caller = caller;
        this.request = request;
        this.json = json;
        this.store = store;
    }

    /**
     * Runs the effect once per key.
     *
     * @param body the request's body as read, {@code null} where it has none; a key with another body is a 422
     * @param effect makes the answer; its transaction joins the one of the key. A failure leaves no trace of the key
     * @return the effect's answer, or the first one again with {@code Idempotency-Replayed: true}
     */
    public Uni<Response> once(Object body, Supplier<Uni<Response>> effect) {
        String key = key();
        if (key == null) {
            return effect.get();
        }
        IdempotencyStore.Slot slot = IdempotencyStore.Slot.of(
                caller.get(), request.request().method() + " " + request.normalizedPath(), key);
        String hash = hash(body);
        return Panache.withTransaction(() -> store.lock(slot)
                .chain(() -> store.find(slot))
                .chain(found -> found == null
                        ? effect.get().call(answer -> store.insert(slot, hash, stored(answer)))
                        : Uni.createFrom().item(() -> replay(found, hash))));
    }

    private String key() {
        String header = request.request().getHeader("Idempotency-Key");
        if (header == null) {
            return null;
        }
        String bare = header.trim().replaceAll("^\"(.*)\"$", "$1");
        if (bare.isEmpty() || bare.length() > LONGEST) {
            throw CommonProblem.INVALID_PARAMETER.because("Idempotency-Key must have 1 to 255 characters.");
        }
        return bare;
    }

    private IdempotencyStore.Answer stored(Response answer) {
        Object entity = answer.getEntity() instanceof OnceOnly secret ? secret.replay() : answer.getEntity();
        return new IdempotencyStore.Answer(
                null,
                answer.getStatus(),
                answer.getHeaderString(HttpHeaders.LOCATION),
                answer.getHeaderString(HttpHeaders.ETAG),
                entity == null ? null : write(entity));
    }

    private static Response replay(IdempotencyStore.Answer first, String hash) {
        if (!first.requestHash().equals(hash)) {
            throw CommonProblem.KEY_REUSED.because("The key was used with another body. Use a new key.");
        }
        Response.ResponseBuilder builder = Response.status(first.status())
                .header("Idempotency-Replayed", "true")
                .entity(first.body());
        if (first.body() != null) {
            builder.type(MediaType.APPLICATION_JSON_TYPE);
        }
        if (first.location() != null) {
            builder.header(HttpHeaders.LOCATION, first.location());
        }
        if (first.etag() != null) {
            builder.header(HttpHeaders.ETAG, first.etag());
        }
        return builder.build();
    }

    private String hash(Object body) {
        try {
            byte[] bytes = body instanceof byte[] raw
                    ? raw
                    : (body == null ? "" : write(body)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this JDK", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a body record cannot be written", e);
        }
    }
}
