-- Newest first, by what lists are narrowed to.
create index ix_incident_phase on incident (phase, received_at);
create index ix_incident_level on incident (level, received_at);
create index ix_incident_segment on incident (segment, received_at);
