-- What nobody owns, over a whole district: what has no coordinator, newest first, and which coordinators have something open where.
create index referral_open_without_owner on referral (tenant_id, state, submitted_at desc, id desc) include (school_id, urgency)
    where coordinator_id is null
      and state in ('SUBMITTED', 'NEEDS_INFO', 'TRIAGED', 'AWAITING_CONSENT', 'READY', 'PLACED');
create index referral_open_by_owner on referral (tenant_id, coordinator_id, school_id, state, submitted_at desc, id desc)
    include (urgency)
    where coordinator_id is not null
      and state in ('SUBMITTED', 'NEEDS_INFO', 'TRIAGED', 'AWAITING_CONSENT', 'READY', 'PLACED');
