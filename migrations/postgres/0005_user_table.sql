-- The table of users: one index for each order. The name without accents is what
-- `search_text` has after the username and a line break.
CREATE INDEX app_user_by_name
    ON app_user (company_id, substr(search_text, length(username_key) + 2), username_key);
CREATE INDEX app_user_by_role ON app_user (company_id, role, username_key);
CREATE INDEX app_user_by_status ON app_user (company_id, status, username_key);
CREATE INDEX app_user_by_confirmation
    ON app_user (company_id, COALESCE(contact_confirmed_at, 0), username_key);
