CREATE TABLE escalation_series (
    incident VARCHAR(30) NOT NULL,
    last_number INT NOT NULL,
    CONSTRAINT pk_escalation_series PRIMARY KEY (incident)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE escalation (
    id VARCHAR(40) NOT NULL,
    incident VARCHAR(30) NOT NULL,
    subject VARCHAR(100) NOT NULL,
    ladder VARCHAR(40) NOT NULL,
    level INT NOT NULL,
    facts TEXT NOT NULL,
    drill BOOLEAN NOT NULL,
    state VARCHAR(15) NOT NULL,
    rung INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    answered_by VARCHAR(100) NULL,
    answered_name VARCHAR(200) NULL,
    answered_at DATETIME(6) NULL,
    via VARCHAR(10) NULL,
    entered_by VARCHAR(100) NULL,
    CONSTRAINT pk_escalation PRIMARY KEY (id),
    KEY ix_escalation_incident (incident, subject, state),
    KEY ix_escalation_state (state, created_at)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE escalation_rung (
    call_id VARCHAR(40) NOT NULL,
    rung INT NOT NULL,
    role VARCHAR(40) NOT NULL,
    amount INT NOT NULL,
    unit VARCHAR(20) NOT NULL,
    decides BOOLEAN NOT NULL,
    token VARCHAR(20) NOT NULL,
    called_at DATETIME(6) NOT NULL,
    CONSTRAINT pk_escalation_rung PRIMARY KEY (call_id, rung),
    CONSTRAINT uq_escalation_rung_token UNIQUE (token),
    CONSTRAINT fk_escalation_rung_call FOREIGN KEY (call_id) REFERENCES escalation (id)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE escalation_called (
    call_id VARCHAR(40) NOT NULL,
    rung INT NOT NULL,
    position INT NOT NULL,
    account VARCHAR(100) NULL,
    name VARCHAR(200) NOT NULL,
    email VARCHAR(255) NOT NULL,
    phone VARCHAR(60) NULL,
    CONSTRAINT pk_escalation_called PRIMARY KEY (call_id, rung, position),
    CONSTRAINT fk_escalation_called_rung FOREIGN KEY (call_id, rung) REFERENCES escalation_rung (call_id, rung)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE escalation_answer (
    call_id VARCHAR(40) NOT NULL,
    name VARCHAR(200) NOT NULL,
    account VARCHAR(100) NULL,
    via VARCHAR(10) NOT NULL,
    entered_by VARCHAR(100) NULL,
    note VARCHAR(1000) NULL,
    answered_at DATETIME(6) NOT NULL,
    CONSTRAINT pk_escalation_answer PRIMARY KEY (call_id, name),
    CONSTRAINT fk_escalation_answer_call FOREIGN KEY (call_id) REFERENCES escalation (id)
) DEFAULT CHARACTER SET utf8mb4;
