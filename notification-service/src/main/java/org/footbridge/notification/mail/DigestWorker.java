package org.footbridge.notification.mail;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.footbridge.common.queue.LostLeaseException;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkLoops;
import org.footbridge.notification.mail.PostOffice.Parcel;
import org.footbridge.notification.preference.NoticeChannel;
import org.footbridge.notification.preference.PreferenceService;
import org.footbridge.notification.preference.Preferences;
import org.footbridge.notification.wording.Wording;
import org.jboss.logging.Logger;

/** Writes the summaries that are due. Of each event it is asked once more whether the person may be told of it. */
@ApplicationScoped
class DigestWorker {
    private static final Logger LOG = Logger.getLogger(DigestWorker.class);

    private final DigestService digests;
    private final RecipientDirectory recipients;
    private final PreferenceService preferences;
    private final PostOffice post;
    private final WorkLoops loops;

    DigestWorker(
            DigestService digests,
            RecipientDirectory recipients,
            PreferenceService preferences,
            PostOffice post,
            WorkLoops loops) {
        this.digests = digests;
        this.recipients = recipients;
        this.preferences = preferences;
        this.post = post;
        this.loops = loops;
    }

    void start(@Observes StartupEvent start) {
        loops.start(DigestService.WORK, this::attempt, Patience.RECURRING);
    }

    private Uni<Void> attempt(WorkItem work) {
        return digests.open(work)
                .chain(notices -> notices.isEmpty() ? Uni.createFrom().voidItem() : tell(work, notices));
    }

    private Uni<Void> tell(WorkItem work, List<Notice> notices) {
        return summary(work, notices)
                .chain(summary ->
                        preferences.of(work.tenant(), work.id()).chain(wanted -> send(work, notices, summary, wanted)))
                .chain(() -> digests.finish(work, notices))
                .onFailure(failure -> !(failure instanceof LostLeaseException))
                .recoverWithUni(failure -> later(work, failure));
    }

    private Uni<Summary> summary(WorkItem work, List<Notice> notices) {
        Summary summary = new Summary(work.id());
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Notice notice : notices) {
            chain = chain.chain(() -> recipients
                    .of(notice)
                    .invoke(answer -> summary.add(notice, answer))
                    .replaceWithVoid());
        }
        return chain.replaceWith(summary);
    }

    private Uni<Void> send(WorkItem work, List<Notice> notices, Summary summary, Preferences wanted) {
        if (summary.isEmpty() || !wanted.channels(Letter.DIGEST.topic()).contains(NoticeChannel.EMAIL)) {
            return Uni.createFrom().voidItem();
        }
        Parcel parcel = new Parcel(
                Letter.DIGEST,
                work.tenant(),
                work.id(),
                summary.to().address(),
                Wording.language(wanted.language() == null ? summary.to().language() : wanted.language()),
                "digest/" + work.id() + "/" + notices.getFirst().id(),
                Map.of("lines", summary.lines()));
        return digests.hold(work).chain(() -> post.send(parcel));
    }

    /** Says the kind of failure only, as for a single notice. */
    private Uni<Void> later(WorkItem work, Throwable failure) {
        LOG.warnf("the summary of %s waits (%s)", work.id(), failure.getClass().getSimpleName());
        return digests.later(work);
    }
}
