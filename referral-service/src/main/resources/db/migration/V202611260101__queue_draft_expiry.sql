-- Drafts of before the queue: each goes when its time is up.
insert into work_queue (kind, id, lane_id, tenant_id, due_at)
select 'draft-expiry', id, tenant_id, tenant_id, expires_at from referral_draft
on conflict do nothing;
