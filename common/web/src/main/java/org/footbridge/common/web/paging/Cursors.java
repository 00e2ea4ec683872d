package org.footbridge.common.web.paging;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.footbridge.common.web.problem.CommonProblem;

/**
 * Opaque, tamper-evident paging cursors: the sort key of the last row, signed with HMAC-SHA256 together with the list's name,
 * filters and caller, so that a cursor works only in the list that made it.
 */
@Singleton
public class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG_BYTES = 16;
    private static final String SEPARATOR = "\u001f";

    private final SecretKeySpec key;

    public Cursors(@ConfigProperty(name = "footbridge.cursor.key") String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length < 32) {
            throw new IllegalArgumentException("footbridge.cursor.key must be at least 32 bytes in base64");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * Makes a cursor.
     *
     * @param list whatever identifies the list: name, tenant or agency, filters
     * @param sortKey the values of the sort columns of the last row, none with the character U+001F
     */
    public String encode(String list, List<String> sortKey) {
        byte[] payload = String.join(SEPARATOR, sortKey).getBytes(StandardCharsets.UTF_8);
        byte[] tag = tag(list, payload);
        byte[] all = Arrays.copyOf(tag, tag.length + payload.length);
        System.arraycopy(payload, 0, all, tag.length, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * One page of what was found, which is one more than the page holds where there is a next one.
     *
     * @param list as for {@link #encode}
     * @param sortKey the values of an item's sort columns
     */
    public <T> Page<T> page(String list, List<T> found, int limit, Function<T, List<String>> sortKey) {
        return page(list, found, limit, sortKey, Function.identity());
    }

    /**
     * The same, where what is shown is not what was found.
     *
     * @param toItem what the page shows of a row
     */
    public <T, R> Page<R> page(
            String list, List<T> found, int limit, Function<T, List<String>> sortKey, Function<T, R> toItem) {
        List<T> rows = found.stream().limit(limit).toList();
        String next = found.size() > limit ? encode(list, sortKey.apply(rows.getLast())) : null;
        return new Page<>(rows.stream().map(toItem).toList(), next);
    }

    /**
     * Reads a cursor that {@link #encode} made for the same list.
     *
     * @throws org.footbridge.common.web.problem.Problem 400 for anything else
     */
    public List<String> decode(String list, String cursor) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        if (all.length <= TAG_BYTES) {
            throw refused();
        }
        byte[] payload = Arrays.copyOfRange(all, TAG_BYTES, all.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(all, TAG_BYTES), tag(list, payload))) {
            throw refused();
        }
        return List.of(new String(payload, StandardCharsets.UTF_8).split(SEPARATOR, -1));
    }

    private static RuntimeException refused() {
        return CommonProblem.INVALID_CURSOR.because("Start again without a cursor.");
    }

    private byte[] tag(String list, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(payload), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing in this JDK", e);
        }
    }
}
