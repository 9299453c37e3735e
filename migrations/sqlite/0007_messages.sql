-- Messages go by a channel each, are tried again, and are kept from being sent
-- twice: who sends one claims it by moving `next_attempt_at` on. `last_error` is
-- a code. `secret_of` names the invitation or the link whose code the body
-- holds. A body is emptied once it is not needed any more.
CREATE TABLE message_moved (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('email', 'sms')),
    kind TEXT NOT NULL,
    recipient TEXT,
    locale TEXT NOT NULL CHECK (locale IN ('es', 'en')),
    secret_of TEXT,
    body BLOB NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    next_attempt_at INTEGER,
    last_error TEXT,
    created_at INTEGER NOT NULL,
    settled_at INTEGER,
    version INTEGER NOT NULL,
    CONSTRAINT message_state CHECK (
        (state = 'waiting' AND recipient IS NOT NULL AND next_attempt_at IS NOT NULL
            AND settled_at IS NULL)
        OR (state = 'failed' AND next_attempt_at IS NULL AND settled_at IS NOT NULL
            AND last_error IS NOT NULL)
        OR (state IN ('delivered', 'void') AND next_attempt_at IS NULL
            AND settled_at IS NOT NULL AND length(body) = 0)),
    FOREIGN KEY (company_id, user_id) REFERENCES app_user (company_id, id)
) STRICT;

INSERT INTO message_moved (id, company_id, user_id, channel, kind, recipient, locale, secret_of,
                           body, state, attempts, next_attempt_at, last_error, created_at,
                           settled_at, version)
SELECT id, company_id, user_id, 'email', kind, to_email, 'es',
       (SELECT e.id FROM enrolment e
        WHERE e.holder_id = user_id AND e.state = 'open' AND e.issued_at = created_at),
       body,
       CASE WHEN delivered_at IS NOT NULL THEN 'delivered'
            WHEN to_email IS NULL THEN 'failed' ELSE 'waiting' END,
       0,
       CASE WHEN delivered_at IS NULL AND to_email IS NOT NULL THEN created_at END,
       CASE WHEN delivered_at IS NULL AND to_email IS NULL THEN 'no_address' END,
       created_at,
       CASE WHEN delivered_at IS NULL AND to_email IS NULL THEN created_at ELSE delivered_at END,
       1
FROM message;

DROP TABLE message;
ALTER TABLE message_moved RENAME TO message;

CREATE INDEX message_due ON message (channel, next_attempt_at, id) WHERE state = 'waiting';
CREATE INDEX message_of_secret ON message (secret_of) WHERE secret_of IS NOT NULL;
-- The operator's list, newest first: identifiers sort by the time they were
-- made.
CREATE INDEX message_by_state ON message (state, id);
CREATE INDEX message_by_channel ON message (channel, id);
CREATE INDEX message_of_company ON message (company_id, id);
CREATE INDEX message_of_company_by_state ON message (company_id, state, id);

-- The language in which a person is written to.
ALTER TABLE app_user ADD COLUMN locale TEXT NOT NULL DEFAULT 'es'
    CHECK (locale IN ('es', 'en'));
