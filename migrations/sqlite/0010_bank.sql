-- The bank has a company of its own, which is where its operators are. Whoever
-- lists or counts companies means the customers.
ALTER TABLE company ADD COLUMN kind TEXT NOT NULL DEFAULT 'customer'
    CHECK (kind IN ('customer', 'bank'));
CREATE UNIQUE INDEX company_one_bank ON company (kind) WHERE kind = 'bank';

-- The name in lower case and without accents, by which companies are found and
-- sorted.
ALTER TABLE company ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
UPDATE company SET name_key = lower(name);
CREATE INDEX company_by_name ON company (kind, name_key, slug);
CREATE INDEX company_by_slug ON company (kind, slug);
CREATE INDEX company_by_status ON company (kind, status, slug);

CREATE TRIGGER company_kind_is_kept BEFORE UPDATE OF kind ON company
WHEN NEW.kind <> OLD.kind
BEGIN
    SELECT RAISE(ABORT, 'a company stays what it is');
END;

-- Operators are of the bank's company, and nobody else is.
CREATE TRIGGER app_user_operators_are_the_bank_s BEFORE INSERT ON app_user
WHEN (NEW.role = 'operator') <> (SELECT kind = 'bank' FROM company WHERE id = NEW.company_id)
BEGIN
    SELECT RAISE(ABORT, 'operators, and only they, are of the bank');
END;
CREATE TRIGGER app_user_operators_stay_the_bank_s BEFORE UPDATE OF role, company_id ON app_user
WHEN (NEW.role = 'operator') <> (SELECT kind = 'bank' FROM company WHERE id = NEW.company_id)
BEGIN
    SELECT RAISE(ABORT, 'operators, and only they, are of the bank');
END;

-- From where the next serials are looked for. Who grants tokens changes the row,
-- so that two who grant at once wait for each other.
CREATE TABLE serial_counter (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    next INTEGER NOT NULL CHECK (next BETWEEN 0 AND 9999999)
) STRICT;
INSERT INTO serial_counter (id, next) VALUES (1, 1);

-- A company's request for more tokens. It is open until it is settled.
CREATE TABLE token_request (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL REFERENCES company (id),
    requested_by TEXT NOT NULL,
    tokens INTEGER NOT NULL CHECK (tokens BETWEEN 1 AND 1000),
    note TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'granted', 'declined', 'withdrawn')),
    requested_at INTEGER NOT NULL,
    settled_at INTEGER,
    granted INTEGER CHECK (granted BETWEEN 1 AND 1000),
    reason TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT token_request_settled CHECK (
        (state = 'open' AND settled_at IS NULL AND granted IS NULL AND reason IS NULL)
        OR (state = 'granted' AND settled_at IS NOT NULL AND granted IS NOT NULL
            AND reason IS NULL)
        OR (state = 'declined' AND settled_at IS NOT NULL AND granted IS NULL
            AND reason IS NOT NULL)
        OR (state = 'withdrawn' AND settled_at IS NOT NULL AND granted IS NULL
            AND reason IS NULL)),
    FOREIGN KEY (company_id, requested_by) REFERENCES app_user (company_id, id)
) STRICT;
CREATE UNIQUE INDEX token_request_one_open ON token_request (company_id) WHERE state = 'open';
CREATE INDEX token_request_by_state ON token_request (state, requested_at, id);
CREATE INDEX token_request_of_company ON token_request (company_id, requested_at, id);

-- A link with which a person chooses their password, once.
CREATE TABLE password_link (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    code_hash BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'used', 'void')),
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id)
) STRICT;
CREATE UNIQUE INDEX password_link_code ON password_link (code_hash);
CREATE UNIQUE INDEX password_link_one_open_for_user ON password_link (user_id)
    WHERE state = 'open';
CREATE INDEX password_link_of_user ON password_link (user_id, issued_at);
