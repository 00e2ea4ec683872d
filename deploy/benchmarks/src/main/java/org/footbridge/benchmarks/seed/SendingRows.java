package org.footbridge.benchmarks.seed;

import java.util.UUID;

/** The placements of a referral with their visits and what was released with them, as referral-service keeps them. */
final class SendingRows {
    private static final String LEGAL_BASIS = "Written consent, 34 CFR 99.30";
    private static final String NOTICE =
            "This information comes from education records protected by federal law (34 CFR Part 99)."
                    + " You may use it only for the stated purpose, and you may not disclose it to any other party"
                    + " without the prior written consent of the parent or the eligible student.";
    private static final String QUESTION = "Which hours suit the family?";
    private static final int VISIT_MINUTES = 50;

    private final SeedIds ids;
    private final DisclosedContent contents;
    private final Copy.Table placements;
    private final Copy.Table appointments;
    private final Copy.Table records;
    private final Copy.Table disclosures;
    private final Copy.Table inquiries;

    SendingRows(SeedPlan plan, Copy copy) {
        this.ids = new SeedIds(plan);
        this.contents = new DisclosedContent(plan);
        placements = copy.table("placement", """
                id, tenant_id, custodian_org_id, referral_id, referral_number,
                service_id, service_name, agency_id, agency_name,
                state, access_open, cancellation_requested, decline_code, outcome,
                sent_at, acknowledged_at, decided_at, scheduled_at, first_kept_at, ended_at, changed_at, version,
                held_from, held_reason""");
        appointments = copy.table("appointment", """
                id, tenant_id, agency_id, placement_id, state, starts_at, duration_minutes, modality,
                cancelled_by, cancelled_late, version""");
        records = copy.table("disclosed_record", """
                id, tenant_id, agency_id, placement_id, consent_id, record_version, scope, purpose, content, frozen_at
                """);
        disclosures = copy.table("disclosure", """
                id, tenant_id, student_id, referral_id, placement_id, disclosed_record_id, kind,
                recipient_agency_id, recipient_name, scope, purpose, legal_basis, notice,
                actor_subject, actor_person_id, happened_at""");
        inquiries = copy.table("placement_inquiry", """
                id, tenant_id, agency_id, placement_id, body, actor_subject, happened_at""");
    }

    void add(Story story, UUID tenant) {
        for (int i = 0; i < story.sendings.size(); i++) {
            Sending sending = story.sendings.get(i);
            placement(story, tenant, sending);
            sending.visits.forEach(visit -> appointment(tenant, sending, visit));
            release(story, tenant, sending, i);
            if (sending.state == PlacementState.NEEDS_INFO) {
                question(story, tenant, sending, i);
            }
        }
    }

    private void placement(Story story, UUID tenant, Sending sending) {
        // only care that had begun rests in a seed
        boolean rests = sending.state == PlacementState.ON_HOLD;
        placements
                .row(sending.id, tenant, tenant, story.id, story.number, sending.service.id(), sending.service.name())
                .and(sending.agency.id(), sending.agency.name(), sending.state, sending.accessOpen, false)
                .and(sending.declineCode, sending.outcome, sending.sentAt, sending.acknowledgedAt, sending.decidedAt)
                .and(sending.scheduledAt, sending.firstKeptAt, sending.endedAt, sending.changedAt, sending.version)
                .and(rests ? PlacementState.IN_SERVICE : null, rests ? "FAMILY_REQUEST" : null);
    }

    /** What the agency waits to be answered. */
    private void question(Story story, UUID tenant, Sending sending, int ordinal) {
        UUID id = ids.id(Kind.INQUIRY, story.child(ordinal), sending.changedAt);
        inquiries
                .row(id, tenant, sending.agency.id(), sending.id, QUESTION)
                .and(ids.id(Kind.ACCOUNT, sending.agency.index()), sending.changedAt);
    }

    private void appointment(UUID tenant, Sending sending, Sending.Visit visit) {
        boolean cancelled = visit.state == VisitState.CANCELLED;
        appointments
                .row(visit.id, tenant, sending.agency.id(), sending.id, visit.state, visit.startsAt, VISIT_MINUTES)
                .and(visit.modality, cancelled ? "FAMILY" : null, cancelled ? true : null, visit.version);
    }

    private void release(Story story, UUID tenant, Sending sending, int ordinal) {
        UUID record = ids.id(Kind.DISCLOSED_RECORD, story.child(ordinal), sending.sentAt);
        UUID disclosure = ids.id(Kind.DISCLOSURE, story.child(ordinal), sending.sentAt);
        People.Person coordinator = story.form.coordinator();
        records.row(record, tenant, sending.agency.id(), sending.id, sending.consent.id, 1)
                .and(CaseRows.SCOPE, CaseRows.PURPOSE, contents.of(story), sending.sentAt);
        disclosures
                .row(disclosure, tenant, story.student.person().id(), story.id, sending.id, record, "RELEASED")
                .and(sending.agency.id(), sending.agency.name(), CaseRows.SCOPE, CaseRows.PURPOSE)
                .and(LEGAL_BASIS, NOTICE, coordinator.subject(), coordinator.id(), sending.sentAt);
    }
}
