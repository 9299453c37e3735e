-- The tables of Llavero. `migrations/postgres` has the same ones under the same
-- version; the queries over them are the same text for both.
--
-- Instants are microseconds since 1970 in UTC, identifiers are UUIDs as text.

CREATE TABLE company (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'suspended')),
    contact_period_days INTEGER NOT NULL CHECK (contact_period_days >= 0),
    approvals INTEGER NOT NULL CHECK (approvals IN (1, 2)),
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX company_slug ON company (slug);

-- `username_key` and `search_text` are in lower case and without accents.
CREATE TABLE app_user (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL REFERENCES company (id),
    username TEXT NOT NULL,
    username_key TEXT NOT NULL CHECK (username_key <> ''),
    full_name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('admin', 'member', 'auditor', 'operator')),
    status TEXT NOT NULL CHECK (status IN ('active', 'inactive')),
    email TEXT,
    mobile TEXT,
    contact_confirmed_at INTEGER,
    password_hash TEXT NOT NULL,
    requests_unlocked_at INTEGER,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (company_id, id)
) STRICT;
CREATE UNIQUE INDEX app_user_username ON app_user (company_id, username_key);
CREATE INDEX app_user_admins ON app_user (company_id, username_key) WHERE role = 'admin';

-- Every serial of the bank, of whichever kind of token.
CREATE TABLE serial_number (
    serial INTEGER PRIMARY KEY CHECK (serial BETWEEN 0 AND 9999999),
    token_id TEXT NOT NULL
) STRICT;

-- The columns `holder_…` and `assigned_at` are copies for the table of tokens.
-- `status_rank` is the status's place in a token's life, `updated_day` the day
-- of `updated_at` in Bogotá (UTC-5, no summer time), rounded down.
CREATE TABLE virtual_token (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL REFERENCES company (id),
    serial INTEGER NOT NULL CHECK (serial BETWEEN 0 AND 9999999),
    status TEXT NOT NULL,
    holder_id TEXT,
    device_id TEXT,
    activation TEXT CHECK (activation IN ('by_administrator', 'on_enrolment')),
    block_reason TEXT CHECK (block_reason IN ('lost', 'suspected_fraud', 'leave', 'other',
                                              'too_many_failures', 'holder_inactive')),
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    holder_username TEXT,
    holder_key TEXT,
    holder_name TEXT,
    holder_role TEXT,
    assigned_at INTEGER,
    status_rank INTEGER NOT NULL GENERATED ALWAYS AS (
        CASE status WHEN 'available' THEN 0 WHEN 'assigned' THEN 1
                    WHEN 'pending_activation' THEN 2 WHEN 'active' THEN 3
                    WHEN 'blocked' THEN 4 WHEN 'retired' THEN 6 END) STORED,
    updated_day INTEGER NOT NULL GENERATED ALWAYS AS (
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
    FOREIGN KEY (device_id, id) REFERENCES device (id, token_id),
    UNIQUE (company_id, id)
) STRICT;
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
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL REFERENCES company (id),
    serial INTEGER NOT NULL CHECK (serial BETWEEN 0 AND 9999999),
    status TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    replacement_id TEXT,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT physical_token_state CHECK (
        (status = 'active' AND replacement_id IS NULL)
        OR (status = 'disabled' AND replacement_id IS NOT NULL)),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id),
    FOREIGN KEY (company_id, replacement_id) REFERENCES virtual_token (company_id, id)
) STRICT;
CREATE UNIQUE INDEX physical_token_serial ON physical_token (serial);
CREATE INDEX physical_token_of_holder ON physical_token (holder_id);

-- How many virtual tokens a company has, by what the screens ask for. Triggers
-- keep it; a row that would say 0 is not there.
CREATE TABLE token_stock (
    company_id TEXT NOT NULL REFERENCES company (id),
    holder_role TEXT NOT NULL,
    status TEXT NOT NULL,
    updated_day INTEGER NOT NULL,
    tokens INTEGER NOT NULL CHECK (tokens >= 0),
    PRIMARY KEY (company_id, holder_role, status, updated_day)
) STRICT;

CREATE TABLE device (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL,
    token_id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    name TEXT NOT NULL,
    signing_key BLOB NOT NULL,
    one_time_secret BLOB,
    pin_secret BLOB,
    revoked_at INTEGER,
    enrolled_at INTEGER NOT NULL,
    wrong_pins INTEGER NOT NULL CHECK (wrong_pins BETWEEN 0 AND 255),
    wrong_codes INTEGER NOT NULL CHECK (wrong_codes BETWEEN 0 AND 255),
    last_step INTEGER,
    CONSTRAINT device_state CHECK (
        (revoked_at IS NULL AND one_time_secret IS NOT NULL AND pin_secret IS NOT NULL)
        OR (revoked_at IS NOT NULL AND one_time_secret IS NULL AND pin_secret IS NULL)),
    FOREIGN KEY (company_id, token_id) REFERENCES virtual_token (company_id, id),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id),
    UNIQUE (id, token_id)
) STRICT;
CREATE UNIQUE INDEX device_one_for_token ON device (token_id) WHERE revoked_at IS NULL;

CREATE TABLE device_nonce (
    device_id TEXT NOT NULL,
    nonce BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (device_id, nonce)
) STRICT;
CREATE INDEX device_nonce_by_expiry ON device_nonce (expires_at);

CREATE TABLE enrolment (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL,
    token_id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    code_hash BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'used', 'void')),
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    offer_device_id TEXT,
    offer_nonce BLOB,
    offer_server_key BLOB,
    CONSTRAINT enrolment_offer CHECK (
        (offer_device_id IS NULL AND offer_nonce IS NULL AND offer_server_key IS NULL)
        OR (state = 'open' AND offer_device_id IS NOT NULL AND offer_nonce IS NOT NULL
            AND offer_server_key IS NOT NULL)),
    FOREIGN KEY (company_id, token_id) REFERENCES virtual_token (company_id, id),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id)
) STRICT;
CREATE UNIQUE INDEX enrolment_code ON enrolment (code_hash);
CREATE UNIQUE INDEX enrolment_one_open_for_token ON enrolment (token_id) WHERE state = 'open';
CREATE INDEX enrolment_by_expiry ON enrolment (expires_at) WHERE state = 'open';

-- An operation is open as long as `settled_at` is NULL.
CREATE TABLE operation (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    token_id TEXT NOT NULL,
    token_version INTEGER NOT NULL,
    holder_id TEXT NOT NULL,
    requested_by TEXT NOT NULL REFERENCES app_user (id),
    state TEXT NOT NULL,
    requested_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    settled_at INTEGER,
    version INTEGER NOT NULL,
    CONSTRAINT operation_settled CHECK (
        (state IN ('pending', 'awaiting_second_approval', 'confirmed') AND settled_at IS NULL)
        OR (state IN ('applied', 'rejected_on_device', 'rejected_wrong_numbers',
                      'rejected_device_blocked', 'expired', 'cancelled', 'superseded')
            AND settled_at IS NOT NULL)),
    FOREIGN KEY (company_id, token_id) REFERENCES virtual_token (company_id, id),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id),
    UNIQUE (company_id, id)
) STRICT;
CREATE UNIQUE INDEX operation_one_open_for_token ON operation (token_id)
    WHERE settled_at IS NULL;
CREATE UNIQUE INDEX operation_one_open_assignment_for_user ON operation (holder_id)
    WHERE settled_at IS NULL AND kind = 'assign';
CREATE INDEX operation_open_by_expiry ON operation (expires_at) WHERE settled_at IS NULL;
CREATE INDEX operation_open_of_company ON operation (company_id, requested_at, id)
    WHERE settled_at IS NULL;
CREATE INDEX operation_of_requester ON operation (requested_by, settled_at);

CREATE TABLE confirmation (
    id TEXT PRIMARY KEY,
    operation_id TEXT NOT NULL,
    company_id TEXT NOT NULL,
    device_id TEXT NOT NULL REFERENCES device (id),
    challenge BLOB NOT NULL,
    number TEXT NOT NULL,
    wrong_numbers INTEGER NOT NULL CHECK (wrong_numbers BETWEEN 0 AND 255),
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    decision TEXT CHECK (decision IN ('approve', 'reject')),
    decided_at INTEGER,
    evidence_payload BLOB,
    evidence_signature BLOB,
    CONSTRAINT confirmation_settled CHECK (
        (decision IS NULL AND decided_at IS NULL AND evidence_payload IS NULL
            AND evidence_signature IS NULL)
        OR (decision IS NOT NULL AND decided_at IS NOT NULL AND evidence_payload IS NOT NULL
            AND evidence_signature IS NOT NULL)),
    FOREIGN KEY (company_id, operation_id) REFERENCES operation (company_id, id)
) STRICT;
CREATE UNIQUE INDEX confirmation_one_for_device ON confirmation (operation_id, device_id);
CREATE INDEX confirmation_waiting ON confirmation (device_id, issued_at) WHERE decision IS NULL;

CREATE TABLE session (
    hash BLOB PRIMARY KEY,
    user_id TEXT NOT NULL,
    company_id TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('password_only', 'full')),
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    user_agent TEXT NOT NULL,
    address TEXT NOT NULL,
    FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id)
) STRICT;
CREATE INDEX session_of_user ON session (user_id);

CREATE TABLE sign_in_attempt (
    subject TEXT NOT NULL,
    failed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_attempt_of_subject ON sign_in_attempt (subject, failed_at);
CREATE INDEX sign_in_attempt_by_time ON sign_in_attempt (failed_at);

-- Names in here are those of then, and of people of other companies too: only
-- the company is a reference.
CREATE TABLE audit_entry (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL REFERENCES company (id),
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    happened_at INTEGER NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_user_id TEXT,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    token_id TEXT,
    serial INTEGER,
    user_id TEXT,
    username TEXT,
    from_status TEXT,
    to_status TEXT,
    operation_id TEXT,
    detail TEXT NOT NULL,
    UNIQUE (company_id, sequence)
) STRICT;
CREATE INDEX audit_entry_of_token ON audit_entry (company_id, token_id, sequence);

-- The end of each company's chain.
CREATE TABLE audit_head (
    company_id TEXT PRIMARY KEY REFERENCES company (id),
    entries INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE message (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    to_email TEXT,
    to_mobile TEXT,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    delivered_at INTEGER,
    FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id)
) STRICT;
CREATE INDEX message_undelivered ON message (created_at, id) WHERE delivered_at IS NULL;
