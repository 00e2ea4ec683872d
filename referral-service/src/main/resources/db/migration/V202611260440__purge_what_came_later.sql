-- A referral with files is held back: their bytes are in a store outside, which no statement reaches. Whoever destroys them there
-- takes this away. It is asked by name, because the table may be younger than this function.
create function holds_files(referral uuid) returns boolean language plpgsql stable as $$
declare
    found_one boolean;
begin
    if to_regclass('attachment') is null then
        return false;
    end if;
    execute 'select exists (select 1 from attachment where referral_id = $1)' into found_one using referral;
    return found_one;
end $$;

-- As before, and what agencies recommend and when the two sides have time, where there are such tables.
create or replace function purge_referral(purged uuid, at timestamptz) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    child text;
begin
    perform set_config('footbridge.purging', 'on', true);
    update referral set concerns = '{}', description = null, location = null, actions_tried = null, strengths = null,
        expected_outcome = null, identified = null, home_language = null, interpreter_needed = false, insurance = 'UNKNOWN',
        iep = null, section504 = null, purged_at = at, version = version + 1
    where id = purged and purged_at is null and closed_at is not null and not holds_files(id);
    if not found then
        raise exception 'nothing to purge' using errcode = 'no_data_found';
    end if;
    update transition set note = null where referral_id = purged and note is not null;
    delete from referral_inquiry where referral_id = purged;
    delete from placement_inquiry where placement_id in (select id from placement where referral_id = purged)
        and question_id is not null;
    foreach child in array array['disclosed_record', 'placement_inquiry', 'contact_attempt', 'message_receipt',
                                 'placement_message', 'recommendation', 'placement_availability'] loop
        if to_regclass(child) is not null then
            execute format('delete from %I where placement_id in (select id from placement where referral_id = $1)', child)
                using purged;
        end if;
    end loop;
    update placement set decline_text = null, access_open = false, version = version + 1 where referral_id = purged;
    update amendment_request set request = '', reason = null, statement = null, version = version + 1
        where referral_id = purged;
    perform set_config('footbridge.purging', '', true);
end $$;
