-- Until when a called person's letter says that an answer is waited for; who was told another time is told anew.
alter table escalation_called add column told_until datetime(6) null;
