package org.footbridge.notification.oncall;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks referral-service whom a school's crises are told. This answer alone may be kept. */
@Path("/internal/v1/on-call/resolve")
@RegisterRestClient(configKey = "referral")
@OidcClientFilter
public interface OnCallClient {

    @POST
    Uni<Answer> resolve(Question question);

    /** A school of a district. */
    record Question(UUID tenantId, UUID schoolId) {}

    /** Level by level, and whom to name in the mail. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Level> levels, String school, String phone) {}

    /** Everybody whose turn it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Level(List<Contact> contacts) {}

    /** Somebody of the staff. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(UUID personId, String role, String address, String language, String phone) {

        /** A record prints its members; this one must not reach a log. */
        @Override
        public String toString() {
            return "Contact[" + personId + "]";
        }
    }
}
