-- Whether a corrected day is one of the state too (行政機関の休日に関する法律): only those move the last day of a legal period.
alter table calendar_day add column national boolean not null default false;
