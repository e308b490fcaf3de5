CREATE TABLE asset (
    id BIGINT NOT NULL AUTO_INCREMENT,
    number VARCHAR(40) NOT NULL,
    name VARCHAR(100) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    segment VARCHAR(20) NOT NULL,
    rto_minutes INT NULL,
    section VARCHAR(100) NULL,
    critical BOOLEAN NOT NULL,
    CONSTRAINT pk_asset PRIMARY KEY (id),
    CONSTRAINT uq_asset_number UNIQUE (number),
    KEY ix_asset_name (name)
) DEFAULT CHARACTER SET utf8mb4;
