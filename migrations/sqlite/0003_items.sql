-- What an operation changes stands in items: one for one token, many for a
-- batch. "One open operation for a token" and "one open assignment for a user"
-- are rules of the items, so that they hold for each of a batch too.
--
-- SQLite changes a table by making it anew; confirmations point at operations,
-- so they move along.
CREATE TABLE operation_moved (
    id TEXT PRIMARY KEY,
    company_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    items INTEGER CHECK (items > 0),
    list BLOB,
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
    CONSTRAINT operation_list CHECK ((items IS NULL) = (list IS NULL)),
    UNIQUE (company_id, id)
) STRICT;

-- An item is open as long as `settled_at` is NULL; `outcome` says what became
-- of it once its operation was carried out, `reason` why it could not be done.
CREATE TABLE operation_item (
    operation_id TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    company_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    token_id TEXT NOT NULL,
    token_version INTEGER NOT NULL,
    holder_id TEXT NOT NULL,
    settled_at INTEGER,
    outcome TEXT CHECK (outcome IN ('done', 'failed')),
    reason TEXT,
    PRIMARY KEY (operation_id, position),
    CONSTRAINT operation_item_outcome CHECK (
        (outcome IS NULL AND reason IS NULL)
        OR (outcome = 'done' AND settled_at IS NOT NULL AND reason IS NULL)
        OR (outcome = 'failed' AND settled_at IS NOT NULL AND reason IS NOT NULL)),
    FOREIGN KEY (company_id, operation_id) REFERENCES operation_moved (company_id, id),
    FOREIGN KEY (company_id, token_id) REFERENCES virtual_token (company_id, id),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id)
) STRICT;

INSERT INTO operation_moved (id, company_id, kind, requested_by, state, requested_at, expires_at,
                             settled_at, version)
SELECT id, company_id, kind, requested_by, state, requested_at, expires_at, settled_at, version
FROM operation;

INSERT INTO operation_item (operation_id, position, company_id, kind, token_id, token_version,
                            holder_id, settled_at)
SELECT id, 0, company_id, kind, token_id, token_version, holder_id, settled_at FROM operation;

CREATE TABLE confirmation_moved (
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
    FOREIGN KEY (company_id, operation_id) REFERENCES operation_moved (company_id, id)
) STRICT;
INSERT INTO confirmation_moved
SELECT id, operation_id, company_id, device_id, challenge, number, wrong_numbers, issued_at,
       expires_at, decision, decided_at, evidence_payload, evidence_signature
FROM confirmation;

DROP TABLE confirmation;
DROP TABLE operation;
ALTER TABLE operation_moved RENAME TO operation;
ALTER TABLE confirmation_moved RENAME TO confirmation;

CREATE INDEX operation_open_by_expiry ON operation (expires_at) WHERE settled_at IS NULL;
CREATE INDEX operation_open_of_company ON operation (company_id, requested_at, id)
    WHERE settled_at IS NULL;
CREATE INDEX operation_of_requester ON operation (requested_by, settled_at);
CREATE INDEX operation_confirmed ON operation (requested_at, id) WHERE state = 'confirmed';
CREATE UNIQUE INDEX operation_item_one_open_for_token ON operation_item (token_id)
    WHERE settled_at IS NULL;
CREATE UNIQUE INDEX operation_item_one_open_assignment_for_user ON operation_item (holder_id)
    WHERE settled_at IS NULL AND kind = 'assign';
CREATE INDEX operation_item_open ON operation_item (operation_id, position)
    WHERE settled_at IS NULL;
CREATE INDEX operation_item_by_outcome ON operation_item (operation_id, outcome, position);
CREATE UNIQUE INDEX confirmation_one_for_device ON confirmation (operation_id, device_id);
CREATE INDEX confirmation_waiting ON confirmation (device_id, issued_at) WHERE decision IS NULL;
