CREATE TABLE mail_out (
    id BIGINT NOT NULL AUTO_INCREMENT,
    letter_key VARCHAR(190) NOT NULL,
    incident VARCHAR(30) NULL,
    recipients TEXT NOT NULL,
    subject VARCHAR(255) NOT NULL,
    body MEDIUMTEXT NOT NULL,
    message_id VARCHAR(190) NOT NULL,
    token VARCHAR(20) NULL,
    drill BOOLEAN NOT NULL,
    state VARCHAR(10) NOT NULL,
    attempts INT NOT NULL,
    last_error VARCHAR(300) NULL,
    queued_at DATETIME(6) NOT NULL,
    next_at DATETIME(6) NOT NULL,
    sent_at DATETIME(6) NULL,
    CONSTRAINT pk_mail_out PRIMARY KEY (id),
    CONSTRAINT uq_mail_out_letter_key UNIQUE (letter_key),
    KEY ix_mail_out_state (state, next_at),
    KEY ix_mail_out_incident (incident, queued_at),
    KEY ix_mail_out_token (token)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE mail_in (
    id BIGINT NOT NULL AUTO_INCREMENT,
    digest CHAR(64) NOT NULL,
    raw MEDIUMBLOB NOT NULL,
    received_at DATETIME(6) NOT NULL,
    state VARCHAR(10) NOT NULL,
    attempts INT NOT NULL,
    reason VARCHAR(40) NULL,
    incident VARCHAR(30) NULL,
    sender VARCHAR(255) NULL,
    subject VARCHAR(255) NULL,
    answer VARCHAR(20) NULL,
    words VARCHAR(500) NULL,
    handled_by VARCHAR(100) NULL,
    handled_at DATETIME(6) NULL,
    CONSTRAINT pk_mail_in PRIMARY KEY (id),
    CONSTRAINT uq_mail_in_digest UNIQUE (digest),
    KEY ix_mail_in_state (state, id),
    KEY ix_mail_in_incident (incident, received_at)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE mail_position (
    mailbox VARCHAR(190) NOT NULL,
    uid_validity BIGINT NOT NULL,
    uid BIGINT NOT NULL,
    CONSTRAINT pk_mail_position PRIMARY KEY (mailbox)
) DEFAULT CHARACTER SET utf8mb4;
