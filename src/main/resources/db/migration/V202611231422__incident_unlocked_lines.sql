-- A line of the timeline is written from every corner of the plan. As foreign keys these references locked the row of
-- the case each time, against the order in which a person's act locks case and call; cases are never deleted.
alter table incident_entry drop foreign key fk_incident_entry_incident;
alter table incident_decision drop foreign key fk_incident_decision_incident;
