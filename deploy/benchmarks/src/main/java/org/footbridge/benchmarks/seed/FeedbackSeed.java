package org.footbridge.benchmarks.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Fills the database of feedback-service with what it has learnt from events: facts of referrals, schools and staff. */
final class FeedbackSeed implements Seed {
    private static final int MINIMUM_CELL = 10;

    @Override
    public long fill(SeedPlan plan, Connection connection) throws SQLException {
        Copy copy = new Copy(connection);
        roster(plan, copy);
        facts(plan, copy);
        return copy.rows();
    }

    private static void roster(SeedPlan plan, Copy copy) {
        SeedIds ids = new SeedIds(plan);
        People people = new People(plan);
        Districts districts = people.districts();
        Copy.Table settings = copy.table("district_settings", "tenant_id, sequence, name, zone, minimum_cell");
        Copy.Table schools = copy.table("school", "tenant_id, school_id, sequence, name, active");
        Copy.Table members = copy.table("staff_member", "tenant_id, person_id, sequence");
        Copy.Table assignments = copy.table("staff_assignment", "tenant_id, person_id, role, school_id");
        for (int district = 0; district < districts.count(); district++) {
            UUID tenant = ids.district(district);
            settings.row(tenant, 1, districts.name(district), districts.zone(district), MINIMUM_CELL);
            for (int which = 0; which < People.STAFF_PER_DISTRICT; which++) {
                UUID person = people.districtStaff(district, which).id();
                members.row(tenant, person, 1);
                assignments.row(
                        tenant, person, which == People.DISTRICT_ADMIN ? "district_admin" : "coordinator", null);
            }
        }
        for (int school = 0; school < districts.schools(); school++) {
            UUID tenant = ids.district(districts.ofSchool(school));
            UUID id = ids.id(Kind.SCHOOL, school);
            schools.row(tenant, id, 1, RosterRows.schoolName(school), true);
            for (int which = 0; which < People.STAFF_PER_SCHOOL; which++) {
                UUID person = people.staff(school, which).id();
                boolean isCounselor = which == People.COUNSELOR;
                members.row(tenant, person, 1);
                assignments.row(tenant, person, isCounselor ? "counselor" : "educator", id);
                if (isCounselor) {
                    assignments.row(tenant, person, "coordinator", id);
                }
            }
            copy.writeWhenEnough();
        }
        copy.write();
    }

    private static void facts(SeedPlan plan, Copy copy) {
        SeedIds ids = new SeedIds(plan);
        Copy.Table facts = copy.table("referral_fact", """
                tenant_id, referral_id, sequence, school_id, state, grade_band, home_language, urgency,
                source, received_on, submitted_at, triaged_at, consent_granted_at, sent_at, first_kept_at,
                closed_at, outcome, closed_loop""");
        new Stories(plan).all().forEach(story -> {
            People.Student student = story.student;
            facts.row(ids.district(story.district()), story.id, story.sequence)
                    .and(ids.id(Kind.SCHOOL, student.person().school()), story.state, student.gradeBand())
                    .and(student.language(), story.urgency, CaseRows.referrerRole(story), story.form.receivedOn())
                    .and(story.submittedAt, story.triagedAt, story.consentGrantedAt, story.sentAt)
                    .and(story.firstKeptAt, story.closedAt, story.outcome, story.isClosedLoop());
            copy.writeWhenEnough();
        });
        copy.write();
    }
}
