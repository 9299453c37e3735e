-- The bank has a company of its own, which is where its operators are. Whoever
-- lists or counts companies means the customers.
ALTER TABLE company ADD COLUMN kind TEXT COLLATE "C" NOT NULL DEFAULT 'customer'
    CHECK (kind IN ('customer', 'bank'));
CREATE UNIQUE INDEX company_one_bank ON company (kind) WHERE kind = 'bank';

-- The name in lower case and without accents, by which companies are found and
-- sorted.
ALTER TABLE company ADD COLUMN name_key TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE company SET name_key = lower(name);
CREATE INDEX company_by_name ON company (kind, name_key, slug);
CREATE INDEX company_by_slug ON company (kind, slug);
CREATE INDEX company_by_status ON company (kind, status, slug);

CREATE FUNCTION company_kind_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a company stays what it is';
END $$;

CREATE TRIGGER company_kind_is_kept BEFORE UPDATE OF kind ON company
    FOR EACH ROW WHEN (NEW.kind <> OLD.kind) EXECUTE FUNCTION company_kind_is_kept();

-- Operators are of the bank's company, and nobody else is.
CREATE FUNCTION operators_are_the_bank_s() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.role = 'operator')
        <> (SELECT kind = 'bank' FROM company WHERE id = NEW.company_id)
    THEN
        RAISE EXCEPTION 'operators, and only they, are of the bank';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER app_user_operators_are_the_bank_s
    BEFORE INSERT OR UPDATE OF role, company_id ON app_user
    FOR EACH ROW EXECUTE FUNCTION operators_are_the_bank_s();

-- From where the next serials are looked for. Who grants tokens changes the row,
-- so that two who grant at once wait for each other.
CREATE TABLE serial_counter (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    next BIGINT NOT NULL CHECK (next BETWEEN 0 AND 9999999)
);
INSERT INTO serial_counter (id, next) VALUES (1, 1);

-- A company's request for more tokens. It is open until it is settled.
CREATE TABLE token_request (
    id TEXT COLLATE "C" PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL REFERENCES company (id),
    requested_by TEXT COLLATE "C" NOT NULL,
    tokens BIGINT NOT NULL CHECK (tokens BETWEEN 1 AND 1000),
    note TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('open', 'granted', 'declined', 'withdrawn')),
    requested_at BIGINT NOT NULL,
    settled_at BIGINT,
    granted BIGINT CHECK (granted BETWEEN 1 AND 1000),
    reason TEXT COLLATE "C",
    version BIGINT NOT NULL,
    CONSTRAINT token_request_settled CHECK (
        (state = 'open' AND settled_at IS NULL AND granted IS NULL AND reason IS NULL)
        OR (state = 'granted' AND settled_at IS NOT NULL AND granted IS NOT NULL
            AND reason IS NULL)
        OR (state = 'declined' AND settled_at IS NOT NULL AND granted IS NULL
            AND reason IS NOT NULL)
        OR (state = 'withdrawn' AND settled_at IS NOT NULL AND granted IS NULL
            AND reason IS NULL)),
    FOREIGN KEY (company_id, requested_by) REFERENCES app_user (company_id, id)
);
CREATE UNIQUE INDEX token_request_one_open ON token_request (company_id) WHERE state = 'open';
CREATE INDEX token_request_by_state ON token_request (state, requested_at, id);
CREATE INDEX token_request_of_company ON token_request (company_id, requested_at, id);

-- A link with which a person chooses their password, once.
CREATE TABLE password_link (
    id TEXT COLLATE "C" PRIMARY KEY,
    company_id TEXT COLLATE "C" NOT NULL,
    user_id TEXT COLLATE "C" NOT NULL,
    code_hash BYTEA NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('open', 'used', 'void')),
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id)
);
CREATE UNIQUE INDEX password_link_code ON password_link (code_hash);
CREATE UNIQUE INDEX password_link_one_open_for_user ON password_link (user_id)
    WHERE state = 'open';
CREATE INDEX password_link_of_user ON password_link (user_id, issued_at);
