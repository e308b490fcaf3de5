create table case_audience (
  incident varchar(32)  not null,
  audience varchar(190) not null,
  constraint pk_case_audience primary key (incident, audience)
) character set utf8mb4;

create index ix_case_audience_audience on case_audience (audience, incident);
