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
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.disclosure.Release;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.ReferralCommand;

/** Sends without a consent, by another right, which is written down with its reason. Never for lack of room or of time. */
@ApplicationScoped
public class ReleaseService {
    private final SchoolAccess access;
    private final CaseFiles files;
    private final Destinations destinations;
    private final SendingChecks checks;
    private final DisclosureService disclosures;
    private final AttachmentReleases attachments;
    private final Clock clock;

    ReleaseService(
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

    /** No consent is asked, and no capacity: an emergency does not wait for a free place. The agreement still binds. */
    @WithTransaction
    Uni<Placement> release(Caller caller, UUID referralId, long expected, ReleaseRequest request) {
        return access.open(caller, referralId).chain(opened -> {
            Actor coordinator = opened.coordinator();
            Version.require(expected, opened.referral().version());
            opened.referral().require(ReferralCommand.RELEASE);
            Release release = request.release();
            return destinations.find(request.serviceId()).chain(found -> checks.agreement(
                            opened.referral(), found.destination().agencyId())
                    .chain(() -> release(opened, coordinator, found.destination(), release)));
        });
    }

    private Uni<Placement> release(Opened opened, Actor coordinator, Destination to, Release release) {
        Changes changes = opened.file().release(to, release.basis(), coordinator, clock.instant());
        Placement placement = opened.file().placements().getLast();
        return files.record(opened.file(), changes, placement)
                .chain(() -> disclosures.release(opened.referral(), placement, release, coordinator))
                .chain(() -> attachments.giveAll(opened.referral(), placement, release.scope(), coordinator))
                .replaceWith(placement);
    }
}
