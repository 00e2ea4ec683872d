-- Crises are few and looked for first: by school or over the district, without passing over all the others.
create index referral_in_crisis_by_school on referral (tenant_id, school_id, state, submitted_at desc, id desc)
    include (coordinator_id) where urgency = 'CRISIS';
create index referral_in_crisis on referral (tenant_id, state, submitted_at desc, id desc)
    include (school_id, coordinator_id) where urgency = 'CRISIS';
