package org.footbridge.notification.mail;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    /**
     * Who is to be told, and whom they may call.
     *
     * @param zone of the district, {@code null} from a version that did not say it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Recipients(List<Recipient> recipients, SchoolContact schoolContact, String zone) {
        static final Recipients NOBODY = new Recipients(List.of(), null, null);

        /** What is missing in the answer, is empty in here. */
        public Recipients {
            recipients = recipients == null ? List.of() : recipients;
            schoolContact = schoolContact == null ? new SchoolContact(null, null, null) : schoolContact;
        }

        ZoneId zoneOfDistrict() {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        }
    }

    /**
     * One person; {@code reason} is a code that says why he or she may not be told.
     *
     * @param link opens something for this person alone, {@code null} for none; goes into the mail and is kept nowhere
     * @param code proves that he or she reads the address, likewise
     * @param phone as the roster has it, {@code null} for none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Recipient(
            UUID personId,
            String role,
            String address,
            String language,
            boolean allowed,
            String reason,
            String link,
            String code,
            String phone) {

        boolean hasAddress() {
            return address != null && !address.isBlank();
        }

        /** May be told, but has no address: the inbox is left. */
        boolean lacksAnAddress() {
            return allowed ? !hasAddress() : "no-address".equals(reason);
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
