-- Old items go when the person's next one comes in.
create index inbox_item_by_age on inbox_item (person_id, created_at);
