package org.footbridge.notification.mail;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks referral-service who may be told of an event, in which language and where (decision 25). Nothing is cached. */
@Path("/internal/v1/recipients/resolve")
@RegisterRestClient(configKey = "referral")
@OidcClientFilter
public interface RecipientsClient {

    @POST
    Uni<Recipients> resolve(Question question);

    /** What is to be told. */
    record Question(UUID eventId, String type, UUID referralId, UUID placementId) {}

    /** Who is to be told, and whom they may call. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Recipients(List<Recipient> recipients, SchoolContact schoolContact) {}

    /** One person; {@code reason} is a code that says why he or she may not be told. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Recipient(UUID personId, String role, String address, String language, boolean allowed, String reason) {
        private static final String GUARDIAN = "GUARDIAN";

        boolean isGuardian() {
            return GUARDIAN.equals(role);
        }

        /** A record prints its members; this one must not reach a log. */
        @Override
        public String toString() {
            return "Recipient[" + personId + "]";
        }
    }

    /** Whom at the school to call; any member may be missing. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SchoolContact(String name, String school, String phone) {}
}
