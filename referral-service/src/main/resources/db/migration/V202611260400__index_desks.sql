-- The lists that people work from are read newest first: by school and state, over the district by state, by the one who
-- referred, by the one who coordinates. The columns that are filtered on besides are carried along, so that skipping a row does
-- not cost a look at the table.
create index referral_by_school_state_time on referral (tenant_id, school_id, state, submitted_at desc, id desc)
    include (urgency, coordinator_id);
create index referral_by_state_time on referral (tenant_id, state, submitted_at desc, id desc)
    include (school_id, urgency, coordinator_id);
create index referral_by_referrer_state_time on referral (tenant_id, referrer_id, state, submitted_at desc, id desc);
create index referral_by_coordinator_state_time on referral (tenant_id, coordinator_id, state, submitted_at desc, id desc)
    where coordinator_id is not null;
drop index referral_by_school;
drop index referral_by_school_and_state;
drop index referral_by_referrer;

create index placement_by_district_and_agency on placement (tenant_id, agency_id, referral_id);
create index placement_by_agency_state_time on placement (agency_id, state, sent_at desc, id desc)
    include (tenant_id, cancellation_requested);
drop index placement_by_agency;
drop index placement_by_agency_and_state;
