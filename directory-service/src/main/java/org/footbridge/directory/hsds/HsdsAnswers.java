package org.footbridge.directory.hsds;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.footbridge.directory.DirectoryConfig;

/** What all HSDS operations answer with: JSON text that may be kept for a while, or a stream of lines. */
@Singleton
class HsdsAnswers {
    private static final int BATCH = 200;
    private static final int TAG_BYTES = 16;

    private final HsdsService records;
    private final CacheControl cacheControl = new CacheControl();

    HsdsAnswers(HsdsService records, DirectoryConfig config) {
        this.records = records;
        this.cacheControl.setMaxAge((int) config.maxAge().toSeconds());
        this.cacheControl.setNoTransform(false);
    }

    Uni<Response> page(HsdsQuery query, Request request) {
        return records.page(query).map(json -> kept(json, request));
    }

    Uni<Response> one(HsdsView view, HsdsForm form, UUID id, Request request) {
        return records.one(view, form, id).map(json -> kept(json, request));
    }

    /** Everything that fits, a record a line, read in batches so that memory stays flat. */
    Multi<HsdsLine> lines(HsdsQuery query) {
        AtomicReference<HsdsRepository.Line> last = new AtomicReference<>();
        return Multi.createBy()
                .repeating()
                .uni(() -> records.batch(query, last.get(), BATCH).invoke(lines -> remember(last, lines)))
                .whilst(lines -> lines.size() == BATCH)
                .onItem()
                .disjoint()
                .onItem()
                .castTo(HsdsRepository.Line.class)
                .map(line -> new HsdsLine(line.json()));
    }

    /** A 304 where the reader has it already. */
    Response kept(String json, Request request) {
        EntityTag tag = tag(json);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(json, MediaType.APPLICATION_JSON_TYPE) : unchanged;
        return answer.tag(tag).cacheControl(cacheControl).build();
    }

    private static void remember(AtomicReference<HsdsRepository.Line> last, List<HsdsRepository.Line> lines) {
        if (!lines.isEmpty()) {
            last.set(lines.getLast());
        }
    }

    private static EntityTag tag(String json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return new EntityTag(HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this JDK", e);
        }
    }
}
