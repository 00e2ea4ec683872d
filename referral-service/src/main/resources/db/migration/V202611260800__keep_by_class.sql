-- Parts of a referral may go before it does, and the papers of its consents may outlive it, each by a policy of its own. A purge
-- takes along what stands apart from the words: the agency's own number, its codes for people and rooms, the times once booked, and
-- with a student's last referral the requests to set all of them right.
create index referral_closed on referral (tenant_id, closed_at, id) where closed_at is not null;

create or replace function purge_what_consent_left() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from retention_plan p where p.tenant_id = new.tenant_id
                   and p.policies::jsonb @> '{"policies": [{"recordClass": "CONSENT_PAPER"}]}') then
        delete from consent_document where consent_id in (select id from consent where referral_id = new.id);
    end if;
    update break_glass set reason = null where referral_id = new.id;
    return null;
end $$;

create or replace function purge_referral(purged uuid, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    child text;
    whose uuid;
begin
    perform set_config('footbridge.purging', 'on', true);
    update referral set concerns = '{}', description = null, location = null, actions_tried = null, strengths = null,
        expected_outcome = null, identified = null, home_language = null, interpreter_needed = false, insurance = 'UNKNOWN',
        iep = null, section504 = null, inquiries = 0, purged_at = at, version = version + 1
    where id = purged and purged_at is null and closed_at is not null
    returning student_id into whose;
    if not found then
        raise exception 'nothing to purge' using errcode = 'no_data_found';
    end if;
    update transition set note = null where referral_id = purged and note is not null;
    delete from referral_inquiry where referral_id = purged;
    delete from placement_inquiry where placement_id in (select id from placement where referral_id = purged)
        and question_id is not null;
    delete from booked_time where appointment_id in
        (select a.id from appointment a join placement p on p.id = a.placement_id where p.referral_id = purged);
    update appointment set staff_reference = null
        where placement_id in (select id from placement where referral_id = purged) and staff_reference is not null;
    foreach child in array array['disclosed_record', 'placement_inquiry', 'contact_attempt', 'message_receipt',
                                 'placement_message', 'recommendation', 'placement_availability', 'attachment_release'] loop
        execute format('delete from %I where placement_id in (select id from placement where referral_id = $1)', child)
            using purged;
    end loop;
    delete from attachment where referral_id = purged;
    update placement set decline_text = null, agency_reference = null, access_open = false, version = version + 1
        where referral_id = purged;
    update amendment_request set request = '', reason = null, statement = null, version = version + 1
        where referral_id = purged or (referral_id is null and student_id = whose
            and not exists (select 1 from referral r where r.student_id = whose and r.purged_at is null));
    perform set_config('footbridge.purging', '', true);
end $$;

-- Destroys one part of what a closed referral holds. Row-level security holds here too.
create function purge_part(of_referral uuid, part text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform set_config('footbridge.purging', 'on', true);
    update referral set inquiries = case part when 'MESSAGE' then 0 else inquiries end, version = version + 1
        where id = of_referral and closed_at is not null;
    if not found then
        raise exception 'nothing to purge' using errcode = 'no_data_found';
    end if;
    case part
        when 'MESSAGE' then
            delete from referral_inquiry where referral_id = of_referral;
            delete from placement_inquiry where placement_id in (select id from placement where referral_id = of_referral)
                and question_id is not null;
            delete from placement_inquiry where placement_id in (select id from placement where referral_id = of_referral);
            delete from message_receipt where placement_id in (select id from placement where referral_id = of_referral);
            delete from placement_message where placement_id in (select id from placement where referral_id = of_referral);
        when 'ATTACHMENT' then
            delete from attachment_release where attachment_id in
                (select id from attachment where referral_id = of_referral);
            delete from attachment where referral_id = of_referral;
        when 'CONSENT_PAPER' then
            delete from consent_document where consent_id in (select id from consent where referral_id = of_referral);
    end case;
    perform set_config('footbridge.purging', '', true);
end $$;
revoke all on function purge_part(uuid, text) from public;
grant execute on function purge_part(uuid, text) to ${app};
