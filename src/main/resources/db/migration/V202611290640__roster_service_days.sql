-- 在籍開始日・在籍最終日: days of Tokyo, each counts wholly; none is open. Outside them a person holds no role and is not called.
ALTER TABLE roster_person
    ADD COLUMN first_day DATE NULL,
    ADD COLUMN last_day DATE NULL,
    ADD CONSTRAINT ck_roster_person_service CHECK (last_day IS NULL OR first_day IS NULL OR last_day >= first_day);
