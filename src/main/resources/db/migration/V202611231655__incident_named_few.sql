-- A restricted case is read by the named few: the auditor reads its journal, the CISO the case once asked to decide.
delete a from case_audience a join incident i on i.number = a.incident
where i.restricted and (a.audience = 'role:auditor' or (a.audience = 'role:ciso' and i.evaluated_at is null));
