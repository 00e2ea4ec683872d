-- Who must not be contacted: by guardian, with who said so and why, and for one referral as its form says.
alter table guardianship
    add column contact_reason     text,
    add column contact_changed_by text, -- subject of the account
    add column contact_changed_at timestamptz,
    add column contact_version    bigint not null default 0;
alter table referral
    add column guardian_contact boolean not null default true;
