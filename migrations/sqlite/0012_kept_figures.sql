-- Figures and copies that keep the lists of a large company as fast as those of
-- a small one.

-- How many users a company has, by what the screens ask for. `confirmed_day` is
-- the day in UTC on which their contact data were last confirmed, 0 for never;
-- `incomplete` is 1 where the e-mail or the mobile is missing.
CREATE TABLE user_stock (
    company_id TEXT NOT NULL REFERENCES company (id),
    role TEXT NOT NULL,
    status TEXT NOT NULL,
    incomplete INTEGER NOT NULL CHECK (incomplete IN (0, 1)),
    confirmed_day INTEGER NOT NULL,
    users INTEGER NOT NULL CHECK (users >= 0),
    PRIMARY KEY (company_id, role, status, incomplete, confirmed_day)
) STRICT;

INSERT INTO user_stock (company_id, role, status, incomplete, confirmed_day, users)
SELECT company_id, role, status,
       CASE WHEN COALESCE(email, '') = '' OR COALESCE(mobile, '') = '' THEN 1 ELSE 0 END,
       COALESCE(contact_confirmed_at, 0) / 86400000000, COUNT(*)
FROM app_user GROUP BY 1, 2, 3, 4, 5;

CREATE TRIGGER user_stock_follows_insert AFTER INSERT ON app_user
BEGIN
    INSERT INTO user_stock (company_id, role, status, incomplete, confirmed_day, users)
    VALUES (NEW.company_id, NEW.role, NEW.status,
            CASE WHEN COALESCE(NEW.email, '') = '' OR COALESCE(NEW.mobile, '') = ''
                 THEN 1 ELSE 0 END,
            COALESCE(NEW.contact_confirmed_at, 0) / 86400000000, 1)
    ON CONFLICT (company_id, role, status, incomplete, confirmed_day)
        DO UPDATE SET users = users + 1;
END;

CREATE TRIGGER user_stock_follows_delete AFTER DELETE ON app_user
BEGIN
    UPDATE user_stock SET users = users - 1
    WHERE company_id = OLD.company_id AND role = OLD.role AND status = OLD.status
      AND incomplete = CASE WHEN COALESCE(OLD.email, '') = '' OR COALESCE(OLD.mobile, '') = ''
                            THEN 1 ELSE 0 END
      AND confirmed_day = COALESCE(OLD.contact_confirmed_at, 0) / 86400000000;
    DELETE FROM user_stock WHERE company_id = OLD.company_id AND users = 0;
END;

CREATE TRIGGER user_stock_follows_update
AFTER UPDATE OF company_id, role, status, email, mobile, contact_confirmed_at ON app_user
BEGIN
    UPDATE user_stock SET users = users - 1
    WHERE company_id = OLD.company_id AND role = OLD.role AND status = OLD.status
      AND incomplete = CASE WHEN COALESCE(OLD.email, '') = '' OR COALESCE(OLD.mobile, '') = ''
                            THEN 1 ELSE 0 END
      AND confirmed_day = COALESCE(OLD.contact_confirmed_at, 0) / 86400000000;
    INSERT INTO user_stock (company_id, role, status, incomplete, confirmed_day, users)
    VALUES (NEW.company_id, NEW.role, NEW.status,
            CASE WHEN COALESCE(NEW.email, '') = '' OR COALESCE(NEW.mobile, '') = ''
                 THEN 1 ELSE 0 END,
            COALESCE(NEW.contact_confirmed_at, 0) / 86400000000, 1)
    ON CONFLICT (company_id, role, status, incomplete, confirmed_day)
        DO UPDATE SET users = users + 1;
    DELETE FROM user_stock
    WHERE company_id = OLD.company_id AND role = OLD.role AND status = OLD.status
      AND incomplete = CASE WHEN COALESCE(OLD.email, '') = '' OR COALESCE(OLD.mobile, '') = ''
                            THEN 1 ELSE 0 END
      AND confirmed_day = COALESCE(OLD.contact_confirmed_at, 0) / 86400000000
      AND users = 0;
END;

-- What a search looks through, from an index alone.
CREATE INDEX app_user_search ON app_user (company_id, username_key, search_text, email, role);

-- Who has no e-mail or no mobile: few, and looked for.
CREATE INDEX app_user_incomplete ON app_user (company_id, username_key)
    WHERE COALESCE(email, '') = '' OR COALESCE(mobile, '') = '';

-- How many physical tokens a company has.
CREATE TABLE physical_stock (
    company_id TEXT NOT NULL REFERENCES company (id),
    status TEXT NOT NULL,
    tokens INTEGER NOT NULL CHECK (tokens >= 0),
    PRIMARY KEY (company_id, status)
) STRICT;

INSERT INTO physical_stock (company_id, status, tokens)
SELECT company_id, status, COUNT(*) FROM physical_token GROUP BY 1, 2;

CREATE TRIGGER physical_stock_follows_insert AFTER INSERT ON physical_token
BEGIN
    INSERT INTO physical_stock (company_id, status, tokens)
    VALUES (NEW.company_id, NEW.status, 1)
    ON CONFLICT (company_id, status) DO UPDATE SET tokens = tokens + 1;
END;

CREATE TRIGGER physical_stock_follows_delete AFTER DELETE ON physical_token
BEGIN
    UPDATE physical_stock SET tokens = tokens - 1
    WHERE company_id = OLD.company_id AND status = OLD.status;
END;

CREATE TRIGGER physical_stock_follows_update AFTER UPDATE ON physical_token
WHEN OLD.company_id <> NEW.company_id OR OLD.status <> NEW.status
BEGIN
    UPDATE physical_stock SET tokens = tokens - 1
    WHERE company_id = OLD.company_id AND status = OLD.status;
    INSERT INTO physical_stock (company_id, status, tokens)
    VALUES (NEW.company_id, NEW.status, 1)
    ON CONFLICT (company_id, status) DO UPDATE SET tokens = tokens + 1;
END;

-- A copy of the holder's username, so that their order is an index of the table.
ALTER TABLE physical_token ADD COLUMN holder_key TEXT NOT NULL DEFAULT '';
UPDATE physical_token
SET holder_key = (SELECT u.username_key FROM app_user u WHERE u.id = holder_id);

CREATE TRIGGER physical_token_names_holder AFTER INSERT ON physical_token
BEGIN
    UPDATE physical_token
    SET holder_key = (SELECT u.username_key FROM app_user u WHERE u.id = NEW.holder_id)
    WHERE id = NEW.id;
END;

CREATE TRIGGER physical_token_changes_holder AFTER UPDATE OF holder_id ON physical_token
WHEN OLD.holder_id <> NEW.holder_id
BEGIN
    UPDATE physical_token
    SET holder_key = (SELECT u.username_key FROM app_user u WHERE u.id = NEW.holder_id)
    WHERE id = NEW.id;
END;

CREATE TRIGGER physical_token_follows_holder AFTER UPDATE OF username_key ON app_user
WHEN OLD.username_key <> NEW.username_key
BEGIN
    UPDATE physical_token SET holder_key = NEW.username_key WHERE holder_id = NEW.id;
END;

CREATE INDEX physical_token_by_holder ON physical_token (company_id, holder_key, serial);
CREATE INDEX physical_token_in_status_by_holder
    ON physical_token (company_id, status, holder_key, serial);
CREATE INDEX physical_token_in_status_by_update
    ON physical_token (company_id, status, updated_at, serial);

-- Invitations about to expire, of one company.
CREATE INDEX enrolment_of_company_by_expiry ON enrolment (company_id, expires_at)
    WHERE state = 'open';
