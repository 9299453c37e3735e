-- Figures and copies that keep the lists of a large company as fast as those of
-- a small one.

-- How many users a company has, by what the screens ask for. `confirmed_day` is
-- the day in UTC on which their contact data were last confirmed, 0 for never;
-- `incomplete` is 1 where the e-mail or the mobile is missing.
CREATE TABLE user_stock (
    company_id TEXT NOT NULL REFERENCES company (id),
    role TEXT NOT NULL,
    status TEXT NOT NULL,
    incomplete BIGINT NOT NULL CHECK (incomplete IN (0, 1)),
    confirmed_day BIGINT NOT NULL,
    users BIGINT NOT NULL CHECK (users >= 0),
    PRIMARY KEY (company_id, role, status, incomplete, confirmed_day)
);

INSERT INTO user_stock (company_id, role, status, incomplete, confirmed_day, users)
SELECT company_id, role, status,
       CASE WHEN COALESCE(email, '') = '' OR COALESCE(mobile, '') = '' THEN 1 ELSE 0 END,
       COALESCE(contact_confirmed_at, 0) / 86400000000, COUNT(*)
FROM app_user GROUP BY 1, 2, 3, 4, 5;

-- As with the stock of tokens, who changes a company's figures waits for the
-- others first.
CREATE FUNCTION user_stock_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (OLD.company_id, OLD.role, OLD.status, COALESCE(OLD.email, '') = '',
            COALESCE(OLD.mobile, '') = '', COALESCE(OLD.contact_confirmed_at, 0))
         = (NEW.company_id, NEW.role, NEW.status, COALESCE(NEW.email, '') = '',
            COALESCE(NEW.mobile, '') = '', COALESCE(NEW.contact_confirmed_at, 0))
        THEN
            RETURN NULL;
        END IF;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(OLD.company_id, 0));
        UPDATE user_stock SET users = users - 1
        WHERE company_id = OLD.company_id AND role = OLD.role AND status = OLD.status
          AND incomplete = CASE WHEN COALESCE(OLD.email, '') = '' OR COALESCE(OLD.mobile, '') = ''
                                THEN 1 ELSE 0 END
          AND confirmed_day = COALESCE(OLD.contact_confirmed_at, 0) / 86400000000;
        DELETE FROM user_stock
        WHERE company_id = OLD.company_id AND role = OLD.role AND status = OLD.status
          AND users = 0;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.company_id, 0));
        INSERT INTO user_stock AS stock (company_id, role, status, incomplete, confirmed_day, users)
        VALUES (NEW.company_id, NEW.role, NEW.status,
                CASE WHEN COALESCE(NEW.email, '') = '' OR COALESCE(NEW.mobile, '') = ''
                     THEN 1 ELSE 0 END,
                COALESCE(NEW.contact_confirmed_at, 0) / 86400000000, 1)
        ON CONFLICT (company_id, role, status, incomplete, confirmed_day)
            DO UPDATE SET users = stock.users + 1;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER user_stock_follows AFTER INSERT OR UPDATE OR DELETE ON app_user
    FOR EACH ROW EXECUTE FUNCTION user_stock_follows();

-- What a search looks through, from an index alone.
CREATE INDEX app_user_search ON app_user (company_id, username_key, search_text, email, role);

-- Who has no e-mail or no mobile: few, and looked for.
CREATE INDEX app_user_incomplete ON app_user (company_id, username_key)
    WHERE COALESCE(email, '') = '' OR COALESCE(mobile, '') = '';

-- How many physical tokens a company has.
CREATE TABLE physical_stock (
    company_id TEXT NOT NULL REFERENCES company (id),
    status TEXT NOT NULL,
    tokens BIGINT NOT NULL CHECK (tokens >= 0),
    PRIMARY KEY (company_id, status)
);

INSERT INTO physical_stock (company_id, status, tokens)
SELECT company_id, status, COUNT(*) FROM physical_token GROUP BY 1, 2;

CREATE FUNCTION physical_stock_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.company_id = NEW.company_id AND OLD.status = NEW.status THEN
            RETURN NULL;
        END IF;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(OLD.company_id, 0));
        UPDATE physical_stock SET tokens = tokens - 1
        WHERE company_id = OLD.company_id AND status = OLD.status;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.company_id, 0));
        INSERT INTO physical_stock AS stock (company_id, status, tokens)
        VALUES (NEW.company_id, NEW.status, 1)
        ON CONFLICT (company_id, status) DO UPDATE SET tokens = stock.tokens + 1;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER physical_stock_follows AFTER INSERT OR UPDATE OR DELETE ON physical_token
    FOR EACH ROW EXECUTE FUNCTION physical_stock_follows();

-- A copy of the holder's username, so that their order is an index of the table.
ALTER TABLE physical_token ADD COLUMN holder_key TEXT NOT NULL DEFAULT '';
UPDATE physical_token
SET holder_key = (SELECT u.username_key FROM app_user u WHERE u.id = holder_id);

CREATE FUNCTION physical_token_names_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.holder_key := (SELECT u.username_key FROM app_user u WHERE u.id = NEW.holder_id);
    RETURN NEW;
END $$;

CREATE TRIGGER physical_token_names_holder BEFORE INSERT OR UPDATE OF holder_id ON physical_token
    FOR EACH ROW EXECUTE FUNCTION physical_token_names_holder();

CREATE FUNCTION physical_token_follows_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE physical_token SET holder_key = NEW.username_key WHERE holder_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER physical_token_follows_holder AFTER UPDATE OF username_key ON app_user
    FOR EACH ROW WHEN (OLD.username_key <> NEW.username_key)
    EXECUTE FUNCTION physical_token_follows_holder();

CREATE INDEX physical_token_by_holder ON physical_token (company_id, holder_key, serial);
CREATE INDEX physical_token_in_status_by_holder
    ON physical_token (company_id, status, holder_key, serial);
CREATE INDEX physical_token_in_status_by_update
    ON physical_token (company_id, status, updated_at, serial);

-- Invitations about to expire, of one company.
CREATE INDEX enrolment_of_company_by_expiry ON enrolment (company_id, expires_at)
    WHERE state = 'open';
