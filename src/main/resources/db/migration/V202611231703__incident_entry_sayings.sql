-- What a line says apart from its language; null where the text is all there is.
alter table incident_entry add column sayings text null;
