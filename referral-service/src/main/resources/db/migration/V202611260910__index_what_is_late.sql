-- The desk of what is overdue asks for late referrals once, and for nothing else of their clocks.
create index service_clock_late on service_clock (tenant_id, due_at) include (referral_id)
    where next_at is not null and not paused;
