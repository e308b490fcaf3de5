-- Holidays by the official list (内閣府「国民の祝日・休日」): a year that stands here is by the list, every other one is computed.
create table calendar_list (
    year smallint not null,
    read_at datetime(6) not null,
    sha256 char(64) character set ascii not null,
    constraint pk_calendar_list primary key (year)
) default character set utf8mb4;

create table calendar_holiday (
    year smallint not null,
    day date not null,
    word varchar(20),
    name varchar(40) not null,
    constraint pk_calendar_holiday primary key (year, day),
    constraint fk_calendar_holiday_list foreign key (year) references calendar_list (year)
) default character set utf8mb4;
