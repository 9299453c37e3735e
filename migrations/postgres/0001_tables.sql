-- The tables of Llavero. `migrations/sqlite` has the same ones under the same
-- version; the queries over them are the same text for both.
--
-- Instants are microseconds since 1970 in UTC, identifiers are UUIDs as text.
-- Text is compared by its code points, as SQLite does.

CREATE TABLE company (
    id TEXT COLLATE "C" PRIMARY KEY,
    slug TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('active', 'suspended')),
    contact_period_days BIGINT NOT NULL CHECK (contact_period_days >= 0),
    approvals BIGINT NOT NULL CHECK (approvals IN (1, 2)),
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX company_slug ON company (slug);

-- `username_key` and `search_text` are in lower case and without accents.
CREATE TABLE app_user (
    id TEXT COLLATE "C" PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL REFERENCES company (id),
    username TEXT COLLATE "C" NOT NULL,
    username_key TEXT COLLATE "C" NOT NULL CHECK (username_key <> ''),
    full_name TEXT COLLATE "C" NOT NULL,
    search_text TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL CHECK (role IN ('admin', 'member', 'auditor', 'operator')),
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('active', 'inactive')),
    email TEXT COLLATE "C",
    mobile TEXT COLLATE "C",
    contact_confirmed_at BIGINT,
    password_hash TEXT COLLATE "C" NOT NULL,
    requests_unlocked_at BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (company_id, id)
);
CREATE UNIQUE INDEX app_user_username ON app_user (company_id, username_key);
CREATE INDEX app_user_admins ON app_user (company_id, username_key) WHERE role = 'admin';

-- Every serial of the bank, of whichever kind of token.
CREATE TABLE serial_number (
    serial BIGINT PRIMARY KEY CHECK (serial BETWEEN 0 AND 9999999),
    token_id TEXT COLLATE "C" NOT NULL
);

-- The columns `holder_…` and `assigned_at` are copies for the table of tokens.
-- `status_rank` is the status's place in a token's life, `updated_day` the day
-- of `updated_at` in Bogotá (UTC-5, no summer time), rounded down.
CREATE TABLE virtual_token (
    id TEXT COLLATE "C" PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL REFERENCES company (id),
    serial BIGINT NOT NULL CHECK (serial BETWEEN 0 AND 9999999),
    status TEXT COLLATE "C" NOT NULL,
    holder_id TEXT COLLATE "C",
    device_id TEXT COLLATE "C",
    activation TEXT COLLATE "C" CHECK (activation IN ('by_administrator', 'on_enrolment')),
    block_reason TEXT COLLATE "C" CHECK (block_reason IN ('lost', 'suspected_fraud', 'leave', 'other',
                                              'too_many_failures', 'holder_inactive')),
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    holder_username TEXT COLLATE "C",
    holder_key TEXT COLLATE "C",
    holder_name TEXT COLLATE "C",
    holder_role TEXT COLLATE "C",
    assigned_at BIGINT,
    status_rank BIGINT NOT NULL GENERATED ALWAYS AS (
        CASE status WHEN 'available' THEN 0 WHEN 'assigned' THEN 1
                    WHEN 'pending_activation' THEN 2 WHEN 'active' THEN 3
                    WHEN 'blocked' THEN 4 WHEN 'retired' THEN 6 END) STORED,
    updated_day BIGINT NOT NULL GENERATED ALWAYS AS (
        (updated_at - 18000000000
         - ((updated_at - 18000000000) % 86400000000 + 86400000000) % 86400000000)
        / 86400000000) STORED,
    CONSTRAINT virtual_token_state CHECK (
        (status IN ('available', 'retired') AND holder_id IS NULL AND device_id IS NULL
            AND activation IS NULL AND block_reason IS NULL)
        OR (status = 'assigned' AND holder_id IS NOT NULL AND device_id IS NULL
            AND activation IS NOT NULL AND block_reason IS NULL)
        OR (status IN ('pending_activation', 'active') AND holder_id IS NOT NULL
            AND device_id IS NOT NULL AND activation IS NULL AND block_reason IS NULL)
        OR (status = 'blocked' AND holder_id IS NOT NULL AND device_id IS NOT NULL
            AND activation IS NULL AND block_reason IS NOT NULL)),
    CONSTRAINT virtual_token_holder CHECK (
        (holder_id IS NULL AND holder_username IS NULL AND holder_key IS NULL
            AND holder_name IS NULL AND holder_role IS NULL AND assigned_at IS NULL)
        OR (holder_id IS NOT NULL AND holder_username IS NOT NULL AND holder_key IS NOT NULL
            AND holder_name IS NOT NULL AND holder_role IS NOT NULL AND assigned_at IS NOT NULL)),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id),
    UNIQUE (company_id, id)
);
CREATE UNIQUE INDEX virtual_token_serial ON virtual_token (serial);
CREATE UNIQUE INDEX virtual_token_one_for_user ON virtual_token (holder_id)
    WHERE holder_id IS NOT NULL;
CREATE UNIQUE INDEX virtual_token_one_for_device ON virtual_token (device_id)
    WHERE device_id IS NOT NULL;
CREATE INDEX virtual_token_available ON virtual_token (company_id, serial)
    WHERE status = 'available';
CREATE INDEX virtual_token_of_admins ON virtual_token (company_id, status, holder_id)
    WHERE holder_role = 'admin';

-- The table of tokens: one index for each order, without and with a status.
-- They end with `updated_at`, so that a range of days is told from the index.
CREATE INDEX member_token_by_assignment ON virtual_token (company_id, assigned_at, id, updated_at)
    WHERE holder_role = 'member';
CREATE INDEX member_token_by_holder ON virtual_token (company_id, holder_key, id, updated_at)
    WHERE holder_role = 'member';
CREATE INDEX member_token_by_serial ON virtual_token (company_id, serial, id, updated_at)
    WHERE holder_role = 'member';
CREATE INDEX member_token_by_update ON virtual_token (company_id, updated_at, id)
    WHERE holder_role = 'member';
CREATE INDEX member_token_by_status ON virtual_token (company_id, status_rank, id, updated_at)
    WHERE holder_role = 'member';
CREATE INDEX member_token_in_status_by_assignment
    ON virtual_token (company_id, status_rank, assigned_at, id, updated_at)
    WHERE holder_role = 'member';
CREATE INDEX member_token_in_status_by_holder
    ON virtual_token (company_id, status_rank, holder_key, id, updated_at)
    WHERE holder_role = 'member';
CREATE INDEX member_token_in_status_by_serial
    ON virtual_token (company_id, status_rank, serial, id, updated_at)
    WHERE holder_role = 'member';
CREATE INDEX member_token_in_status_by_update
    ON virtual_token (company_id, status_rank, updated_at, id)
    WHERE holder_role = 'member';

CREATE TABLE physical_token (
    id TEXT COLLATE "C" PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL REFERENCES company (id),
    serial BIGINT NOT NULL CHECK (serial BETWEEN 0 AND 9999999),
    status TEXT COLLATE "C" NOT NULL,
    holder_id TEXT COLLATE "C" NOT NULL,
    replacement_id TEXT COLLATE "C",
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT physical_token_state CHECK (
        (status = 'active' AND replacement_id IS NULL)
        OR (status = 'disabled' AND replacement_id IS NOT NULL)),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id),
    FOREIGN KEY (company_id, replacement_id) REFERENCES virtual_token (company_id, id)
);
CREATE UNIQUE INDEX physical_token_serial ON physical_token (serial);
CREATE INDEX physical_token_of_holder ON physical_token (holder_id);

-- How many virtual tokens a company has, by what the screens ask for. Triggers
-- keep it; a row that would say 0 is not there.
CREATE TABLE token_stock (
    company_id TEXT COLLATE "C" NOT NULL REFERENCES company (id),
    holder_role TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    updated_day BIGINT NOT NULL,
    tokens BIGINT NOT NULL CHECK (tokens >= 0),
    PRIMARY KEY (company_id, holder_role, status, updated_day)
);

CREATE TABLE device (
    id TEXT COLLATE "C" PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL,
    token_id TEXT COLLATE "C" NOT NULL,
    holder_id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    signing_key BYTEA NOT NULL,
    one_time_secret BYTEA,
    pin_secret BYTEA,
    revoked_at BIGINT,
    enrolled_at BIGINT NOT NULL,
    wrong_pins BIGINT NOT NULL CHECK (wrong_pins BETWEEN 0 AND 255),
    wrong_codes BIGINT NOT NULL CHECK (wrong_codes BETWEEN 0 AND 255),
    last_step BIGINT,
    CONSTRAINT device_state CHECK (
        (revoked_at IS NULL AND one_time_secret IS NOT NULL AND pin_secret IS NOT NULL)
        OR (revoked_at IS NOT NULL AND one_time_secret IS NULL AND pin_secret IS NULL)),
    FOREIGN KEY (company_id, token_id) REFERENCES virtual_token (company_id, id),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id),
    UNIQUE (id, token_id)
);
ALTER TABLE virtual_token ADD FOREIGN KEY (device_id, id) REFERENCES device (id, token_id);
CREATE UNIQUE INDEX device_one_for_token ON device (token_id) WHERE revoked_at IS NULL;

CREATE TABLE device_nonce (
    device_id TEXT COLLATE "C" NOT NULL,
    nonce BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (device_id, nonce)
);
CREATE INDEX device_nonce_by_expiry ON device_nonce (expires_at);

CREATE TABLE enrolment (
    id TEXT COLLATE "C" PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL,
    token_id TEXT COLLATE "C" NOT NULL,
    holder_id TEXT COLLATE "C" NOT NULL,
    code_hash BYTEA NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('open', 'used', 'void')),
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    offer_device_id TEXT COLLATE "C",
    offer_nonce BYTEA,
    offer_server_key BYTEA,
    CONSTRAINT enrolment_offer CHECK (
        (offer_device_id IS NULL AND offer_nonce IS NULL AND offer_server_key IS NULL)
        OR (state = 'open' AND offer_device_id IS NOT NULL AND offer_nonce IS NOT NULL
            AND offer_server_key IS NOT NULL)),
    FOREIGN KEY (company_id, token_id) REFERENCES virtual_token (company_id, id),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id)
);
CREATE UNIQUE INDEX enrolment_code ON enrolment (code_hash);
CREATE UNIQUE INDEX enrolment_one_open_for_token ON enrolment (token_id) WHERE state = 'open';
CREATE INDEX enrolment_by_expiry ON enrolment (expires_at) WHERE state = 'open';

-- An operation is open as long as `settled_at` is NULL.
CREATE TABLE operation (
    id TEXT COLLATE "C" PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    token_id TEXT COLLATE "C" NOT NULL,
    token_version BIGINT NOT NULL,
    holder_id TEXT COLLATE "C" NOT NULL,
    requested_by TEXT COLLATE "C" NOT NULL REFERENCES app_user (id),
    state TEXT COLLATE "C" NOT NULL,
    requested_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    settled_at BIGINT,
    version BIGINT NOT NULL,
    CONSTRAINT operation_settled CHECK (
        (state IN ('pending', 'awaiting_second_approval', 'confirmed') AND settled_at IS NULL)
        OR (state IN ('applied', 'rejected_on_device', 'rejected_wrong_numbers',
                      'rejected_device_blocked', 'expired', 'cancelled', 'superseded')
            AND settled_at IS NOT NULL)),
    FOREIGN KEY (company_id, token_id) REFERENCES virtual_token (company_id, id),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id),
    UNIQUE (company_id, id)
);
CREATE UNIQUE INDEX operation_one_open_for_token ON operation (token_id)
    WHERE settled_at IS NULL;
CREATE UNIQUE INDEX operation_one_open_assignment_for_user ON operation (holder_id)
    WHERE settled_at IS NULL AND kind = 'assign';
CREATE INDEX operation_open_by_expiry ON operation (expires_at) WHERE settled_at IS NULL;
CREATE INDEX operation_open_of_company ON operation (company_id, requested_at, id)
    WHERE settled_at IS NULL;
CREATE INDEX operation_of_requester ON operation (requested_by, settled_at);

CREATE TABLE confirmation (
    id TEXT COLLATE "C" PRIMARY KEY,
    operation_id TEXT COLLATE "C" NOT NULL,
    company_id TEXT COLLATE "C" NOT NULL,
    device_id TEXT COLLATE "C" NOT NULL REFERENCES device (id),
    challenge BYTEA NOT NULL,
    number TEXT COLLATE "C" NOT NULL,
    wrong_numbers BIGINT NOT NULL CHECK (wrong_numbers BETWEEN 0 AND 255),
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    decision TEXT COLLATE "C" CHECK (decision IN ('approve', 'reject')),
    decided_at BIGINT,
    evidence_payload BYTEA,
    evidence_signature BYTEA,
    CONSTRAINT confirmation_settled CHECK (
        (decision IS NULL AND decided_at IS NULL AND evidence_payload IS NULL
            AND evidence_signature IS NULL)
        OR (decision IS NOT NULL AND decided_at IS NOT NULL AND evidence_payload IS NOT NULL
            AND evidence_signature IS NOT NULL)),
    FOREIGN KEY (company_id, operation_id) REFERENCES operation (company_id, id)
);
CREATE UNIQUE INDEX confirmation_one_for_device ON confirmation (operation_id, device_id);
CREATE INDEX confirmation_waiting ON confirmation (device_id, issued_at) WHERE decision IS NULL;

CREATE TABLE session (
    hash BYTEA PRIMARY KEY,
    user_id TEXT COLLATE "C" NOT NULL,
    company_id TEXT COLLATE "C" NOT NULL,
    stage TEXT COLLATE "C" NOT NULL CHECK (stage IN ('password_only', 'full')),
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    user_agent TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id)
);
CREATE INDEX session_of_user ON session (user_id);

CREATE TABLE sign_in_attempt (
    subject TEXT COLLATE "C" NOT NULL,
    failed_at BIGINT NOT NULL
);
CREATE INDEX sign_in_attempt_of_subject ON sign_in_attempt (subject, failed_at);
CREATE INDEX sign_in_attempt_by_time ON sign_in_attempt (failed_at);

-- Names in here are those of then, and of people of other companies too: only
-- the company is a reference.
CREATE TABLE audit_entry (
    id TEXT COLLATE "C" PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL REFERENCES company (id),
    sequence BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    happened_at BIGINT NOT NULL,
    actor_kind TEXT COLLATE "C" NOT NULL,
    actor_user_id TEXT COLLATE "C",
    actor_name TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    token_id TEXT COLLATE "C",
    serial BIGINT,
    user_id TEXT COLLATE "C",
    username TEXT COLLATE "C",
    from_status TEXT COLLATE "C",
    to_status TEXT COLLATE "C",
    operation_id TEXT COLLATE "C",
    detail TEXT COLLATE "C" NOT NULL,
    UNIQUE (company_id, sequence)
);
CREATE INDEX audit_entry_of_token ON audit_entry (company_id, token_id, sequence);

-- The end of each company's chain.
CREATE TABLE audit_head (
    company_id TEXT COLLATE "C" PRIMARY KEY REFERENCES company (id),
    entries BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

CREATE TABLE message (
    id TEXT COLLATE "C" PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL,
    user_id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    to_email TEXT COLLATE "C",
    to_mobile TEXT COLLATE "C",
    body BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    delivered_at BIGINT,
    FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id)
);
CREATE INDEX message_undelivered ON message (created_at, id) WHERE delivered_at IS NULL;
