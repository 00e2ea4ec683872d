-- How often a crisis was told late since the last event about it: out of the copy, the chain goes on by as many levels.
alter table escalation add column turns_missed int not null default 0;
alter table escalation alter column turns_missed drop default;
alter table mail_notice add column turns_missed int not null default 0;
alter table mail_notice alter column turns_missed drop default;
