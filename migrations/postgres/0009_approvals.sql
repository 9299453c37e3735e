-- Control dual: how many administrators must confirm an operation, as was asked
-- for, and who answered it beside the one who asked.
--
-- Nobody is the second on a request of their own, and nothing that two have to
-- confirm is carried out without a second: the database refuses both.
ALTER TABLE operation ADD COLUMN approvals BIGINT NOT NULL DEFAULT 1
    CHECK (approvals IN (1, 2));
UPDATE operation SET approvals = 2 WHERE state = 'awaiting_second_approval';
ALTER TABLE operation ADD COLUMN second_admin_id TEXT COLLATE "C" REFERENCES app_user (id)
    CONSTRAINT operation_second CHECK (
        (second_admin_id IS NULL
             AND (approvals = 1 OR state NOT IN ('confirmed', 'applied')))
        OR (second_admin_id IS NOT NULL AND approvals = 2
             AND second_admin_id <> requested_by));

-- Another e-mail or mobile for the holder of a token: the signed data.
ALTER TABLE operation ADD COLUMN contact BYTEA
    CONSTRAINT operation_contact CHECK ((kind = 'change_contact') = (contact IS NOT NULL));

-- What waits for a second administrator, what somebody asked for and what was
-- decided, each from its newest.
CREATE INDEX operation_awaiting ON operation (company_id, requested_at, id)
    WHERE state = 'awaiting_second_approval';
CREATE INDEX operation_asked_for ON operation (requested_by, requested_at, id);
CREATE INDEX operation_decided ON operation (company_id, settled_at, id)
    WHERE approvals = 2 AND settled_at IS NOT NULL;
-- Whether an operation is about a token of somebody's own.
CREATE INDEX operation_item_of_holder ON operation_item (holder_id, operation_id);
