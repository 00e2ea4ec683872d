package org.footbridge.notification.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks directory-service where an agency reads its mail, and whether the matter still waits. Nothing is cached. */
@Path("/internal/v1/agency-contacts/resolve")
@RegisterRestClient(configKey = "directory")
@OidcClientFilter
public interface DirectoryClient {

    @POST
    Uni<AgencyContact> resolve(About about);

    /** What the agency is to be told of; {@code contactRequestId} is {@code null} where its entry waits. */
    record About(UUID agencyId, UUID serviceId, UUID contactRequestId) {}

    /** {@code address} is {@code null} where the directory knows none. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AgencyContact(String address, boolean waits) {

        boolean isToBeWritten() {
            return waits && address != null && !address.isBlank();
        }

        /** A record prints its members; this one must not reach a log. */
        @Override
        public String toString() {
            return "AgencyContact[" + waits + "]";
        }
    }
}
