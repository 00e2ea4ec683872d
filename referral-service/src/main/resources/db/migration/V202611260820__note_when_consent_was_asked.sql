-- When the family was first asked electronically: for desks, and for the time that families take to answer.
alter table referral add column consent_requested_at timestamptz;
