-- What an operation changes stands in items: one for one token, many for a
-- batch. "One open operation for a token" and "one open assignment for a user"
-- are rules of the items, so that they hold for each of a batch too.

-- An item is open as long as `settled_at` is NULL; `outcome` says what became
-- of it once its operation was carried out, `reason` why it could not be done.
CREATE TABLE operation_item (
    operation_id TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 0),
    company_id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    token_id TEXT COLLATE "C" NOT NULL,
    token_version BIGINT NOT NULL,
    holder_id TEXT COLLATE "C" NOT NULL,
    settled_at BIGINT,
    outcome TEXT COLLATE "C" CHECK (outcome IN ('done', 'failed')),
    reason TEXT COLLATE "C",
    PRIMARY KEY (operation_id, position),
    CONSTRAINT operation_item_outcome CHECK (
        (outcome IS NULL AND reason IS NULL)
        OR (outcome = 'done' AND settled_at IS NOT NULL AND reason IS NULL)
        OR (outcome = 'failed' AND settled_at IS NOT NULL AND reason IS NOT NULL)),
    FOREIGN KEY (company_id, operation_id) REFERENCES operation (company_id, id),
    FOREIGN KEY (company_id, token_id) REFERENCES virtual_token (company_id, id),
    FOREIGN KEY (company_id, holder_id) REFERENCES app_user (company_id, id)
);

INSERT INTO operation_item (operation_id, position, company_id, kind, token_id, token_version,
                            holder_id, settled_at)
SELECT id, 0, company_id, kind, token_id, token_version, holder_id, settled_at FROM operation;

-- The indexes of these columns go with them.
ALTER TABLE operation
    DROP COLUMN token_id,
    DROP COLUMN token_version,
    DROP COLUMN holder_id,
    ADD COLUMN items BIGINT CHECK (items > 0),
    ADD COLUMN list BYTEA,
    ADD CONSTRAINT operation_list CHECK ((items IS NULL) = (list IS NULL));

CREATE INDEX operation_confirmed ON operation (requested_at, id) WHERE state = 'confirmed';
CREATE UNIQUE INDEX operation_item_one_open_for_token ON operation_item (token_id)
    WHERE settled_at IS NULL;
CREATE UNIQUE INDEX operation_item_one_open_assignment_for_user ON operation_item (holder_id)
    WHERE settled_at IS NULL AND kind = 'assign';
CREATE INDEX operation_item_open ON operation_item (operation_id, position)
    WHERE settled_at IS NULL;
CREATE INDEX operation_item_by_outcome ON operation_item (operation_id, outcome, position);
