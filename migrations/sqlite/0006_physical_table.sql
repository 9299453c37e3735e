-- The table of physical tokens: one index for each order of its own columns.
CREATE INDEX physical_token_by_serial ON physical_token (company_id, serial);
CREATE INDEX physical_token_by_update ON physical_token (company_id, updated_at, serial);
CREATE INDEX physical_token_by_status ON physical_token (company_id, status, serial);
