-- A purged referral takes the papers of its consents along, which name people, and the words of those who broke its glass. The
-- consents stay, with the hash of what was signed, and so does the fact that somebody read. As a trigger, so that it holds
-- however purge_referral is written: that function alone sets purged_at, as the owner of the tables.
alter table break_glass alter column reason drop not null;

create function purge_what_consent_left() returns trigger language plpgsql as $$
begin
    delete from consent_document where consent_id in (select id from consent where referral_id = new.id);
    update break_glass set reason = null where referral_id = new.id;
    return null;
end $$;
create trigger purge_what_consent_left after update of purged_at on referral
    for each row when (old.purged_at is null and new.purged_at is not null)
    execute function purge_what_consent_left();
