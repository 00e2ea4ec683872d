package org.footbridge.notification.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Headers of the owner's choice. Their names can be read, their values are encrypted like a secret. */
@Embeddable
class CustomHeaders {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the connection, the signature or the trace decides. */
    private static final Set<String> RESERVED = Set.of(
            "host",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "cookie",
            "user-agent",
            "traceparent",
            "tracestate",
            "x-request-id",
            "forwarded");

    private static final List<String> RESERVED_FAMILIES = List.of("content-", "webhook-", "proxy-", "x-forwarded-");

    @Column(name = "header_names")
    private String[] names;

    @Column(name = "headers_key_id")
    private String keyId;

    @Column(name = "headers")
    private byte[] sealed;

    /** For Hibernate. */
    protected CustomHeaders() {}

    static boolean isReserved(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return RESERVED.contains(lower) || RESERVED_FAMILIES.stream().anyMatch(lower::startsWith);
    }

    /** {@code null}, which is how an embedded value without columns is stored, where there are none. */
    static CustomHeaders of(List<HeaderRequest> wanted, SecretVault vault, UUID endpoint) {
        if (wanted == null || wanted.isEmpty()) {
            return null;
        }
        Map<String, String> all = new LinkedHashMap<>();
        wanted.forEach(header -> all.put(header.name(), header.value()));
        CustomHeaders headers = new CustomHeaders();
        headers.names = all.keySet().toArray(String[]::new);
        headers.take(vault.seal(write(all), owner(endpoint)));
        return headers;
    }

    private void take(SecretVault.Sealed bytes) {
        keyId = bytes.keyId();
        sealed = bytes.bytes();
    }

    Map<String, String> opened(SecretVault vault, UUID endpoint) {
        try {
            return JSON.readValue(
                    vault.open(new SecretVault.Sealed(keyId, sealed), owner(endpoint)),
                    new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (IOException e) {
            throw new IllegalStateException("stored headers cannot be read", e);
        }
    }

    void tidy(SecretVault vault, UUID endpoint) {
        if (!vault.isCurrent(keyId)) {
            take(vault.sealAgain(new SecretVault.Sealed(keyId, sealed), owner(endpoint)));
        }
    }

    List<String> names() {
        return List.of(names);
    }

    private static String owner(UUID endpoint) {
        return endpoint + "/headers";
    }

    private static byte[] write(Map<String, String> all) {
        try {
            return JSON.writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers cannot be written", e);
        }
    }
}
