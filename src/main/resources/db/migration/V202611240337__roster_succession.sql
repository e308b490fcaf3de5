-- What a section became: reports and cases keep the old name, and find the one that is responsible now.
ALTER TABLE roster_section
    ADD COLUMN successor BIGINT NULL,
    ADD CONSTRAINT fk_roster_section_successor FOREIGN KEY (successor) REFERENCES roster_section (id);
