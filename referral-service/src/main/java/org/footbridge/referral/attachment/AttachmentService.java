package org.footbridge.referral.attachment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Parties;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.placement.Side;
import org.footbridge.referral.referral.Referral;

/** The school's side of files: adding, reading, and giving them to agencies. */
@ApplicationScoped
public class AttachmentService {
    private static final int MOST = 50;

    private final SchoolAccess schools;
    private final Parties parties;
    private final AttachmentRepository attachments;
    private final AttachmentStore store;
    private final SweepService sweep;
    private final AccessLog log;
    private final Clock clock;

    AttachmentService(
            SchoolAccess schools,
            Parties parties,
            AttachmentRepository attachments,
            AttachmentStore store,
            SweepService sweep,
            AccessLog log,
            Clock clock) {
        this.schools = schools;
        this.parties = parties;
        this.attachments = attachments;
        this.store = store;
        this.sweep = sweep;
        this.log = log;
        this.clock = clock;
    }

    /** A file of the caller's that was looked at, and the local file that it lies in. */
    record Incoming(Caller caller, Attachment.Kept kept, Boolean part2, Path bytes) {}

    /** A file of a student's record; its bytes are fetched when somebody wants them, {@code null} where the store has lost them. */
    public record Exported(String name, boolean part2, Uni<byte[]> bytes) {}

    @WithTransaction
    Uni<AttachmentResponse> add(Incoming file, UUID referral) {
        UUID tenant = file.caller().tenant();
        return schools.open(file.caller(), referral).chain(opened -> {
            Actor coordinator = opened.coordinator();
            return attachments
                    .ofReferral(tenant, referral)
                    .invoke(AttachmentService::requireRoom)
                    .map(before -> Attachment.ofSchool(opened.referral(), file.kept(), coordinator, clock.instant())
                            .tagged(bySchool(opened.referral(), file)))
                    .chain(attachment -> keep(attachment, file.bytes()));
        });
    }

    /** A file about such a need may tell of it anywhere, unless the coordinator says that it does not. */
    private static boolean bySchool(Referral referral, Incoming file) {
        return file.part2() == null ? referral.need().isPart2() : file.part2();
    }

    /** The bytes first: a row without bytes would promise what nobody has, bytes without a row are swept out. */
    Uni<AttachmentResponse> keep(Attachment attachment, Path bytes) {
        return store.put(attachment.storageKey(), bytes)
                .chain(() -> attachments.persistAndFlush(attachment))
                .map(AttachmentResponse::of);
    }

    static void requireRoom(List<Attachment> before) {
        if (before.size() >= MOST) {
            throw AttachmentProblem.TOO_MANY_FILES.because("At most " + MOST + " files.");
        }
    }

    @WithTransaction
    Uni<List<AttachmentResponse>> list(Caller caller, UUID referral) {
        return schools.open(caller, referral)
                .call(opened -> log.school(opened.coordinator(), "attachment-list", Set.of(referral)))
                .chain(opened -> readable(caller, opened.file()))
                .map(all -> all.stream().map(AttachmentResponse::of).toList());
    }

    /** What may be downloaded now; the read is logged. */
    @WithTransaction
    Uni<Attachment> read(Caller caller, UUID referral, UUID id) {
        return schools.open(caller, referral)
                .call(opened -> log.school(opened.coordinator(), "attachment", Set.of(id)))
                .chain(opened -> readable(caller, opened.file()))
                .map(all -> one(all, id));
    }

    /** The school's own files, and those that a consent lets agencies show it right now. */
    private Uni<List<Attachment>> readable(Caller caller, CaseFile file) {
        return attachments.ofReferral(caller.tenant(), file.referral().id()).chain(all -> parties.covered(
                        file, sends(all, one -> true), parties::feedbackIsCovered)
                .chain(told -> parties.covered(file, sends(all, Attachment::isPart2), parties.part2()::isCovered)
                        .map(open -> all.stream()
                                .filter(one -> one.side() == Side.SCHOOL
                                        || told.contains(one.placementId())
                                                && (!one.isPart2() || open.contains(one.placementId())))
                                .toList())));
    }

    /** The placements whose agencies have sent such a file. */
    private static Predicate<Placement> sends(List<Attachment> all, Predicate<Attachment> such) {
        Set<UUID> senders = all.stream()
                .filter(one -> one.side() != Side.SCHOOL && such.test(one))
                .map(Attachment::placementId)
                .collect(Collectors.toSet());
        return placement -> senders.contains(placement.id());
    }

    static Attachment one(List<Attachment> all, UUID id) {
        return all.stream()
                .filter(attachment -> attachment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such file for this caller."));
    }

    /** Every file of a student, for the export of his or her record. */
    @WithTransaction
    public Uni<List<Exported>> ofStudent(UUID tenant, UUID student) {
        return attachments.ofStudent(tenant, student).map(all -> all.stream()
                .map(file -> new Exported(file.id() + "-" + file.name().text(), file.isPart2(), bytes(file)))
                .toList());
    }

    /** A file is held as a whole only here, where it goes into a zip. */
    private Uni<byte[]> bytes(Attachment file) {
        return Uni.createFrom()
                .deferred(() -> store.get(file.storageKey()))
                .onItem()
                .ifNotNull()
                .transformToUni(bytes -> Uni.createFrom().completionStage(() -> whole(bytes, file.byteCount())));
    }

    private static CompletionStage<byte[]> whole(AsyncFile bytes, int count) {
        return bytes.read(Buffer.buffer(count), 0, 0, count)
                .eventually(() -> bytes.close())
                .map(Buffer::getBytes)
                .toCompletionStage();
    }

    /** The files of a referral that a purge is about to forget. */
    @WithTransaction
    public Uni<List<String>> keys(UUID tenant, UUID referral) {
        return attachments
                .ofReferral(tenant, referral)
                .map(all -> all.stream().map(Attachment::storageKey).toList());
    }

    /** Destroys the bytes of rows that the running transaction has forgotten, as soon as it has committed. */
    @WithTransaction
    public Uni<Void> destroy(List<String> keys) {
        return sweep.forget(
                Tenancy.current().tenant(), keys.stream().map(UUID::fromString).toList());
    }
}
