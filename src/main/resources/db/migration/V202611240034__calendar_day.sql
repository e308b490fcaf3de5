-- Days on which the city is open or closed otherwise than its ordinance and the National Holidays Act say.
CREATE TABLE calendar_day (
    day DATE NOT NULL,
    open BOOLEAN NOT NULL,
    name VARCHAR(100) NOT NULL,
    CONSTRAINT pk_calendar_day PRIMARY KEY (day)
) DEFAULT CHARACTER SET utf8mb4;
