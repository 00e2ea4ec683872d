package org.footbridge.benchmarks.seed;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The referrals with their consents and their history, as referral-service keeps them. */
final class CaseRows {
    static final List<String> SCOPE = List.of("CONCERNS", "CONTACT", "DESCRIPTION", "IDENTITY", "INSURANCE", "SCHOOL");
    static final String PURPOSE = "CARE_COORDINATION";

    private final SeedIds ids;
    private final People people;
    private final Stories stories;
    private final Copy copy;
    private final Copy.Table tenants;
    private final Copy.Table referrals;
    private final Copy.Table consents;
    private final Copy.Table transitions;
    private final Copy.Table sequences;
    private final SendingRows sendings;

    CaseRows(SeedPlan plan, Copy copy) {
        this.ids = new SeedIds(plan);
        this.people = new People(plan);
        this.stories = new Stories(plan);
        this.copy = copy;
        tenants = copy.table("referral_tenant", "referral_id, tenant_id, number");
        referrals = copy.table("referral", """
                id, tenant_id, custodian_org_id, number, student_id, school_id, school_name, grade_band,
                referrer_id, referrer_role, coordinator_id, previous_referral_id,
                state, urgency, tier, outcome, concerns, description, identified,
                home_language, interpreter_needed, insurance,
                received_on, submitted_at, triaged_at, consent_granted_at, sent_at, first_kept_at, closed_at,
                changed_at, version""");
        consents = copy.table("consent", """
                id, tenant_id, custodian_org_id, referral_id, student_id, revision, recipient_agency_id,
                scope, purpose, method, signer_id, signer_role, signed_on, document_hash, expires_on,
                recorded_by, recorded_at, revoked_at, revoked_by, version""");
        transitions = copy.table("transition", """
                id, tenant_id, referral_id, kind, subject_id, from_state, to_state, reason_code, happened_at,
                actor_subject, actor_person_id, actor_org_id, actor_role""");
        sequences = copy.table("aggregate_sequence", "subject, last");
        sendings = new SendingRows(plan, copy);
    }

    void write() {
        stories.all().forEach(story -> {
            story(story);
            copy.writeWhenEnough();
        });
        copy.write();
    }

    private void story(Story story) {
        UUID tenant = ids.district(story.district());
        tenants.row(story.id, tenant, story.number);
        sequences.row(story.id, story.sequence);
        referral(story, tenant);
        story.consents.forEach(consent -> consent(story, tenant, consent));
        sendings.add(story, tenant);
        for (int i = 0; i < story.steps.size(); i++) {
            transition(story, tenant, story.steps.get(i), i);
        }
    }

    private void referral(Story story, UUID tenant) {
        Story.Form form = story.form;
        People.Person student = story.student.person();
        String language = story.student.language();
        UUID coordinator = story.triagedAt == null ? null : form.coordinator().id();
        referrals
                .row(story.id, tenant, tenant, story.number, student.id(), ids.id(Kind.SCHOOL, student.school()))
                .and(RosterRows.schoolName(student.school()), story.student.gradeBand())
                .and(form.referrer().id(), referrerRole(story), coordinator, story.previous)
                .and(story.state, story.urgency, story.tier, story.outcome)
                .and(form.concerns(), form.description(), "OBSERVATION")
                .and(language, !language.equals("en"), form.insurance())
                .and(form.receivedOn(), story.submittedAt, story.triagedAt, story.consentGrantedAt)
                .and(story.sentAt, story.firstKeptAt, story.closedAt, story.changedAt, story.version);
    }

    private void consent(Story story, UUID tenant, Story.Consent consent) {
        var signedOn = consent.recordedAt.atZone(ZoneOffset.UTC).toLocalDate();
        UUID signer = people.guardian(story.student.family(), 0).id();
        UUID coordinator = story.form.coordinator().id();
        boolean revoked = consent.revokedAt != null;
        consents.row(
                        consent.id,
                        tenant,
                        tenant,
                        story.id,
                        story.student.person().id(),
                        1,
                        consent.recipient.id())
                .and(SCOPE, PURPOSE, "PAPER_SCAN", signer, "GUARDIAN", signedOn)
                .and(documentHash(consent.id), signedOn.plusYears(1), coordinator, consent.recordedAt)
                .and(consent.revokedAt, revoked ? coordinator : null, revoked ? 1 : 0);
    }

    private void transition(Story story, UUID tenant, Story.Step step, int ordinal) {
        transitions
                .row(ids.id(Kind.TRANSITION, story.child(ordinal), step.at()), tenant, story.id)
                .and(step.kind(), step.subject(), step.from(), step.to(), step.reason(), step.at());
        switch (step.by().actor()) {
            case AGENCY -> {
                Offers.Organization agency = step.by().agency();
                transitions.and(ids.id(Kind.ACCOUNT, agency.index()), null, agency.id(), "AGENCY");
            }
            case REFERRER -> {
                People.Person referrer = story.form.referrer();
                transitions.and(referrer.subject(), referrer.id(), tenant, referrerRole(story));
            }
            case COORDINATOR -> {
                People.Person coordinator = story.form.coordinator();
                transitions.and(coordinator.subject(), coordinator.id(), tenant, "COORDINATOR");
            }
        }
    }

    /** Counselors refer, too. */
    static String referrerRole(Story story) {
        return story.form.referrer().equals(story.form.coordinator()) ? "COUNSELOR" : "EDUCATOR";
    }

    /** 64 hexadecimal digits, as a SHA-256 has; there is no document behind it. */
    private static String documentHash(UUID consent) {
        return (consent.toString() + consent).replace("-", "");
    }
}
