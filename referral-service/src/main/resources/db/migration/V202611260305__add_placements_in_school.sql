-- A placement at a school's own team: the counselors of the referral's school stand in the agency's place.
alter table placement add column in_school boolean not null default false;
