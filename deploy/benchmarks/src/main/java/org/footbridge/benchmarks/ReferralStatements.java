package org.footbridge.benchmarks;

/** The statements of {@link ReferralRival}. Who changes one says in the commit why (decision 38). */
final class ReferralStatements {
    static final String ENTER = """
            select set_config('footbridge.tenant', ?, true), set_config('footbridge.agency', ?, true),
                   set_config('footbridge.platform', '', true)
            """;

    static final String PERSON = """
            select p.id from account_link l join person p on p.tenant_id = l.tenant_id and p.id = l.person_id
            where l.tenant_id = ? and l.issuer = ? and l.subject = ? and p.state = 'ACTIVE' and p.enabled
              and exists (select from school s where s.tenant_id = p.tenant_id and s.id = ? and s.state = 'ACTIVE'
                and (exists (select from person_role r where r.tenant_id = p.tenant_id and r.person_id = p.id
                                                         and r.school_id = s.id)
                  or exists (select from staff_grant g where g.tenant_id = p.tenant_id and g.person_id = p.id
                                                         and (g.school_id is null or g.school_id = s.id))))
            """;

    static final String STUDENT = """
            select p.id, p.given_name, p.family_name, p.grades, p.birth_date, s.id, s.name, d.zone, d.languages
            from person p
            join person_role r on r.tenant_id = p.tenant_id and r.person_id = p.id and r.role = 'student'
            join school s on s.tenant_id = r.tenant_id and s.id = r.school_id
            join district d on d.id = p.tenant_id
            where p.tenant_id = ? and p.id = ? and p.is_student
            """;

    static final String GUARDIAN = """
            select p.id, p.given_name, p.family_name, p.email, p.phone, g.relation
            from guardianship g join person p on p.tenant_id = g.tenant_id and p.id = g.guardian_id
            where g.tenant_id = ? and g.student_id = ? and g.active order by p.id
            """;

    static final String KEY = """
            insert into idempotency_key (owner_id, client, subject, route, key, request_hash, status, body, created_at)
            values (?, 'rival', ?, 'POST', ?, repeat('0', 64), 201, ?, now())
            """;

    static final String NUMBER = """
            insert into referral_tenant (referral_id, tenant_id, number) values (?, ?, ?) on conflict do nothing
            """;

    static final String REFERRAL = """
            insert into referral (id, tenant_id, custodian_org_id, number, student_id, school_id, school_name, grade_band,
                referrer_id, referrer_role, state, urgency, concerns, description, home_language, interpreter_needed,
                insurance, submitted_at, changed_at, version)
            values (?, ?, ?, ?, ?, ?, 'Rival Elementary', 'K-5', ?, 'EDUCATOR', 'SUBMITTED', 'ROUTINE',
                '{ANXIETY,SOCIAL}', repeat('x', 80), 'en', false, 'MEDICAID', now(), now(), 0)
            """;

    static final String READ = "select * from referral where tenant_id = ? and id = ?";

    static final String TRIAGE = """
            update referral set state = 'AWAITING_CONSENT', urgency = 'URGENT', tier = 2, coordinator_id = ?,
                triaged_at = now(), changed_at = now(), version = 1 where id = ? and version = 0
            """;

    static final String AGREEMENT = """
            select id from agreement where tenant_id = ? and agency_id = ? and valid_from <= current_date
              and (valid_until is null or valid_until >= current_date) and ended_at is null
            """;

    static final String CONSENT = """
            insert into consent (id, tenant_id, custodian_org_id, referral_id, student_id, revision, recipient_agency_id,
                scope, purpose, method, signer_id, signer_role, signed_on, document_hash, expires_on, recorded_by,
                recorded_at, version)
            values (gen_random_uuid(), ?, ?, ?, ?, 1, ?, '{IDENTITY,CONTACT,CONCERNS}', 'TREATMENT', 'PAPER_SCAN', ?,
                'GUARDIAN', current_date, repeat('0', 64), current_date + 365, ?, now(), 0)
            """;

    static final String READY = """
            update referral set state = 'READY', consent_granted_at = now(), changed_at = now(), version = 2
            where id = ? and version = 1
            """;

    static final String LIVE_CONSENT = """
            select id, scope, purpose from consent where referral_id = ? and recipient_agency_id = ?
              and revoked_at is null and expires_on >= current_date
            """;

    static final String SERVICE = """
            select s.id, s.name, s.capacity_status, s.available, o.id, o.name
            from provider_service s join provider_organization o on o.id = s.organization_id
            where s.id = ? and s.active
            """;

    static final String PLACED = """
            update referral set state = 'PLACED', sent_at = now(), changed_at = now(), version = 3
            where id = ? and version = 2
            """;

    static final String PLACEMENT = """
            insert into placement (id, tenant_id, custodian_org_id, referral_id, referral_number, service_id, service_name,
                agency_id, agency_name, state, access_open, cancellation_requested, sent_at, changed_at, version)
            values (?, ?, ?, ?, 'FB-RIVAL', ?, 'Outpatient counseling', ?, 'Rival Counseling', 'SENT', true, false,
                now(), now(), 0)
            """;

    static final String FREEZE = """
            insert into disclosed_record (id, tenant_id, agency_id, placement_id, consent_id, record_version, scope, purpose,
                content, frozen_at)
            values (?, ?, ?, ?, ?, 1, '{IDENTITY,CONTACT,CONCERNS}', 'TREATMENT', ?, now())
            """;

    static final String RELEASE = """
            insert into disclosure (id, tenant_id, student_id, referral_id, placement_id, disclosed_record_id, kind,
                recipient_agency_id, recipient_name, scope, purpose, legal_basis, notice, actor_subject, actor_person_id,
                happened_at)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, 'RELEASED', ?, 'Rival Counseling', '{IDENTITY,CONTACT,CONCERNS}',
                'TREATMENT', 'CONSENT', repeat('n', 200), ?, ?, now())
            """;

    static final String OWN_PLACEMENT = "select * from placement where agency_id = ? and id = ?";

    static final String ACCEPT = """
            update placement set state = 'ACCEPTED', decided_at = now(), changed_at = now(), version = 1
            where id = ? and version = 0
            """;

    static final String TOUCH = "update referral set changed_at = now(), version = 4 where id = ? and version = 3";

    static final String STEP = """
            insert into transition (id, tenant_id, referral_id, kind, subject_id, from_state, to_state, actor_person_id,
                actor_org_id, actor_subject, actor_role, happened_at)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, 'rival', 'COORDINATOR', now())
            """;

    static final String EVENT = """
            with subject as (select cast(? as uuid) as id), counted as (
                insert into aggregate_sequence as s (subject, last) select id, 1 from subject
                on conflict (subject) do update set last = s.last + 1 returning s.subject, s.last
            )
            insert into bench_outbox (id, subject, type, sequence, data) select ?, subject, ?, last, ? from counted
            """;

    private ReferralStatements() {}
}
