package org.footbridge.referral.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.district.CrisisLine;

/** Forms that their authors have begun: seen by nobody else, told to nobody, gone 30 days after they were last saved. */
@ApplicationScoped
public class DraftService {
    private final SchoolAccess access;
    private final SubmissionRules rules;
    private final SubmissionService submissions;
    private final DraftRepository drafts;
    private final AccessLog log;
    private final ObjectMapper json;
    private final Clock clock;

    DraftService(
            SchoolAccess access,
            SubmissionRules rules,
            SubmissionService submissions,
            DraftRepository drafts,
            AccessLog log,
            ObjectMapper json,
            Clock clock) {
        this.access = access;
        this.rules = rules;
        this.submissions = submissions;
        this.drafts = drafts;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    /** A draft with its form, read back, and the crisis lines of its district. */
    record Kept(Draft draft, DraftForm form, List<CrisisLine> localLines) {}

    @WithTransaction
    Uni<Kept> begin(Caller caller, DraftForm form) {
        return access.caller(caller)
                .call(who -> rules.checkDraft(who, form.toSubmit()))
                .chain(who ->
                        drafts.keep(Draft.begin(caller.tenant(), who.staff().personId(), write(form), clock.instant())))
                .chain(draft -> submissions.localLines(caller.tenant()).map(local -> new Kept(draft, form, local)));
    }

    @WithTransaction
    Uni<Kept> save(Caller caller, UUID id, long expected, DraftForm form) {
        return access.caller(caller).chain(who -> find(who, id)
                .invoke(draft -> Version.require(expected, draft.version()))
                .call(() -> rules.checkDraft(who, form.toSubmit()))
                .invoke(draft -> draft.save(write(form), clock.instant()))
                .call(drafts::keep)
                .chain(draft -> submissions.localLines(caller.tenant()).map(local -> new Kept(draft, form, local))));
    }

    @WithTransaction
    Uni<Kept> read(Caller caller, UUID id) {
        return access.caller(caller).chain(who -> find(who, id)
                .call(draft -> log.school(who.reader(), "referral-draft", List.of(id)))
                .chain(draft -> submissions.localLines(caller.tenant()).map(local -> kept(draft, local))));
    }

    /** Newest first. */
    @WithTransaction
    Uni<List<Kept>> list(Caller caller, UUID before, int size) {
        Instant now = clock.instant();
        return access.caller(caller).chain(who -> drafts.page(author(who, now), before, size)
                .call(page -> log.school(
                        who.reader(),
                        "referral-draft-list",
                        page.stream().map(Draft::id).toList()))
                .chain(page -> submissions.localLines(caller.tenant()).map(local -> page.stream()
                        .map(draft -> kept(draft, local))
                        .toList())));
    }

    @WithTransaction
    Uni<Void> discard(Caller caller, UUID id, long expected) {
        return access.caller(caller)
                .chain(who -> find(who, id))
                .invoke(draft -> Version.require(expected, draft.version()))
                .chain(drafts::remove);
    }

    /** All rules of a form hold now. The draft goes with the same commit. */
    @WithTransaction
    Uni<Shown> submit(Caller caller, UUID id) {
        return access.caller(caller).chain(who -> find(who, id)
                .chain(draft ->
                        submissions.submit(caller, form(draft).toSubmit()).call(() -> drafts.remove(draft))));
    }

    private Uni<Draft> find(SchoolCaller who, UUID id) {
        return drafts.of(author(who, clock.instant()), id).invoke(draft -> {
            if (draft == null) {
                throw CommonProblem.NOT_FOUND.because("There is no such draft of this caller.");
            }
        });
    }

    private static DraftRepository.Author author(SchoolCaller who, Instant now) {
        return new DraftRepository.Author(who.caller().tenant(), who.staff().personId(), now);
    }

    private Kept kept(Draft draft, List<CrisisLine> local) {
        return new Kept(draft, form(draft), local);
    }

    private DraftForm form(Draft draft) {
        try {
            return json.readValue(draft.form(), DraftForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept draft cannot be read", e);
        }
    }

    private String write(DraftForm form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft cannot be written", e);
        }
    }
}
