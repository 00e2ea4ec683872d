package org.footbridge.notification.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.UUID;
import org.footbridge.notification.egress.Credentials;
import org.footbridge.notification.egress.PemIdentity;

/** How we show an endpoint who we are, encrypted; beside it what the owner may read again. */
@Embeddable
class EndpointAuth {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Column(name = "auth_type")
    private String type;

    @Column(name = "auth_shown")
    private String shown;

    @Column(name = "auth_key_id")
    private String keyId;

    @Column(name = "auth_secret")
    private byte[] secret;

    /** For Hibernate. */
    protected EndpointAuth() {}

    /** {@code null} where there is none, which is how an embedded value without columns is stored. */
    static EndpointAuth of(AuthRequest request, SecretVault vault, UUID endpoint) {
        if (request == null || request.type().equals("NONE")) {
            return null;
        }
        EndpointAuth auth = new EndpointAuth();
        auth.type = request.type();
        auth.shown = write(shown(request));
        auth.take(vault.seal(write(request).getBytes(StandardCharsets.UTF_8), owner(endpoint)));
        return auth;
    }

    private static AuthResponse shown(AuthRequest request) {
        if (request.type().equals("OAUTH2")) {
            return new AuthResponse(
                    request.type(), request.tokenUrl(), request.clientId(), request.scope(), null, null);
        }
        X509Certificate certificate = PemIdentity.leaf(request.certificate());
        return new AuthResponse(
                request.type(),
                null,
                null,
                null,
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotAfter().toInstant());
    }

    private void take(SecretVault.Sealed sealed) {
        keyId = sealed.keyId();
        secret = sealed.bytes();
    }

    Credentials opened(SecretVault vault, UUID endpoint) {
        AuthRequest request = read(vault.open(new SecretVault.Sealed(keyId, secret), owner(endpoint)));
        return request.type().equals("OAUTH2")
                ? new Credentials.OAuth2(
                        request.tokenUrl(), request.clientId(), request.clientSecret(), request.scope())
                : new Credentials.Mtls(new PemIdentity(request.certificate(), request.privateKey()));
    }

    void tidy(SecretVault vault, UUID endpoint) {
        if (!vault.isCurrent(keyId)) {
            take(vault.sealAgain(new SecretVault.Sealed(keyId, secret), owner(endpoint)));
        }
    }

    AuthResponse shown() {
        try {
            return JSON.readValue(shown, AuthResponse.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored description cannot be read", e);
        }
    }

    private static String owner(UUID endpoint) {
        return endpoint + "/auth";
    }

    private static AuthRequest read(byte[] json) {
        try {
            return JSON.readValue(json, AuthRequest.class);
        } catch (IOException e) {
            throw new IllegalStateException("stored credentials cannot be read", e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("credentials cannot be written", e);
        }
    }
}
