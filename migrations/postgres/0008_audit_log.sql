-- From where something was done and what became of it. Rows from before are of
-- things done, from nobody knows where.
ALTER TABLE audit_entry ADD COLUMN origin_kind TEXT COLLATE "C"
    CHECK (origin_kind IN ('console', 'device', 'system', 'command_line'));
ALTER TABLE audit_entry ADD COLUMN origin_address TEXT COLLATE "C";
ALTER TABLE audit_entry ADD COLUMN origin_client TEXT COLLATE "C";
ALTER TABLE audit_entry ADD COLUMN outcome TEXT COLLATE "C"
    CHECK (outcome IN ('done', 'refused', 'failed'));
ALTER TABLE audit_entry ADD COLUMN reason TEXT COLLATE "C";

-- The log is read by time; one token's, one user's, one person's and what was
-- not done have an index of their own.
CREATE INDEX audit_entry_by_time ON audit_entry (company_id, happened_at, sequence);
CREATE INDEX audit_entry_by_serial ON audit_entry (company_id, serial, happened_at, sequence)
    WHERE serial IS NOT NULL;
CREATE INDEX audit_entry_by_user ON audit_entry (company_id, user_id, happened_at, sequence)
    WHERE user_id IS NOT NULL;
CREATE INDEX audit_entry_by_actor ON audit_entry (company_id, actor_user_id, happened_at, sequence)
    WHERE actor_user_id IS NOT NULL;
CREATE INDEX audit_entry_not_done ON audit_entry (company_id, outcome, happened_at, sequence)
    WHERE outcome <> 'done';
CREATE INDEX audit_entry_by_operation
    ON audit_entry (company_id, operation_id, happened_at, sequence)
    WHERE operation_id IS NOT NULL;
