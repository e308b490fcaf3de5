alter table report
    add index ix_report_addressee (incident, addressee, kind),
    drop index uq_report_addressee;
