package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.attachment.AttachmentReleases;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.consent.Consent;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.disclosure.Release;
import org.footbridge.referral.lifecycle.Actor;

/** Sends referrals to agencies. */
@ApplicationScoped
public class SendingService {
    private final SchoolAccess access;
    private final CaseFiles files;
    private final Destinations destinations;
    private final SendingChecks checks;
    private final DisclosureService disclosures;
    private final AttachmentReleases attachments;
    private final Clock clock;

    SendingService(
            SchoolAccess access,
            CaseFiles files,
            Destinations destinations,
            SendingChecks checks,
            DisclosureService disclosures,
            AttachmentReleases attachments,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.destinations = destinations;
        this.checks = checks;
        this.disclosures = disclosures;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Freezes what the consent covers and opens it to the agency, all or nothing. */
    @WithTransaction
    Uni<Placement> send(Caller caller, UUID referralId, long expected, UUID serviceId) {
        return access.open(caller, referralId).chain(opened -> {
            Actor coordinator = opened.coordinator();
            Version.require(expected, opened.referral().version());
            return destinations.find(serviceId).chain(found -> {
                opened.referral().require(found.destination().command());
                return found.destination().inSchool()
                        ? place(opened, coordinator, found)
                        : consented(opened, coordinator, found);
            });
        });
    }

    /** Nothing leaves the school: no agreement, no consent, no disclosure (decision 3). */
    private Uni<Placement> place(Opened opened, Actor coordinator, Destinations.Found found) {
        found.requireRoom();
        Changes changes = opened.file().send(found.destination(), coordinator, clock.instant());
        Placement placement = opened.file().placements().getLast();
        return files.record(opened.file(), changes, placement).replaceWith(placement);
    }

    private Uni<Placement> consented(Opened opened, Actor coordinator, Destinations.Found found) {
        return checks.consent(opened.referral(), found.destination().agencyId())
                .invoke(found::requireRoom)
                .chain(consent -> release(opened, coordinator, found.destination(), consent));
    }

    private Uni<Placement> release(Opened opened, Actor coordinator, Destination to, Consent consent) {
        Changes changes = opened.file().send(to, coordinator, clock.instant());
        Placement placement = opened.file().placements().getLast();
        return files.record(opened.file(), changes, placement)
                .chain(() -> disclosures.release(opened.referral(), placement, Release.under(consent), coordinator))
                .chain(() -> attachments.giveAll(opened.referral(), placement, consent.scope(), coordinator))
                .replaceWith(placement);
    }
}
