-- Somebody on the phone has a number: that of the referral, or the agency's own.
create index placement_by_agency_and_number on placement (agency_id, referral_number);
create index placement_by_agency_and_reference on placement (agency_id, agency_reference) where agency_reference is not null;

-- What the counselors of a district's schools have to do with.
create index placement_in_school_by_state_time on placement (tenant_id, state, sent_at desc, id desc) where in_school;
