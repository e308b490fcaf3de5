-- the longest report in four-byte characters needs more than 64 KiB
alter table incident modify search_text mediumtext not null;
alter table incident_entry modify text mediumtext not null;
