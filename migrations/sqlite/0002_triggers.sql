-- What the database keeps by itself, so that nothing that writes can forget it.

-- A serial is taken once, whichever kind of token has it.
CREATE TRIGGER virtual_token_takes_serial AFTER INSERT ON virtual_token
BEGIN
    INSERT INTO serial_number (serial, token_id) VALUES (NEW.serial, NEW.id);
END;

CREATE TRIGGER physical_token_takes_serial AFTER INSERT ON physical_token
BEGIN
    INSERT INTO serial_number (serial, token_id) VALUES (NEW.serial, NEW.id);
END;

-- The stock follows every change of a token.
CREATE TRIGGER token_stock_follows_insert AFTER INSERT ON virtual_token
BEGIN
    INSERT INTO token_stock (company_id, holder_role, status, updated_day, tokens)
    VALUES (NEW.company_id, COALESCE(NEW.holder_role, 'none'), NEW.status, NEW.updated_day, 1)
    ON CONFLICT (company_id, holder_role, status, updated_day) DO UPDATE SET tokens = tokens + 1;
END;

CREATE TRIGGER token_stock_follows_delete AFTER DELETE ON virtual_token
BEGIN
    UPDATE token_stock SET tokens = tokens - 1
    WHERE company_id = OLD.company_id AND holder_role = COALESCE(OLD.holder_role, 'none')
      AND status = OLD.status AND updated_day = OLD.updated_day;
    DELETE FROM token_stock
    WHERE company_id = OLD.company_id AND holder_role = COALESCE(OLD.holder_role, 'none')
      AND status = OLD.status AND updated_day = OLD.updated_day AND tokens = 0;
END;

CREATE TRIGGER token_stock_follows_update AFTER UPDATE ON virtual_token
WHEN OLD.company_id <> NEW.company_id OR OLD.status <> NEW.status
    OR OLD.holder_role IS NOT NEW.holder_role OR OLD.updated_day <> NEW.updated_day
BEGIN
    UPDATE token_stock SET tokens = tokens - 1
    WHERE company_id = OLD.company_id AND holder_role = COALESCE(OLD.holder_role, 'none')
      AND status = OLD.status AND updated_day = OLD.updated_day;
    DELETE FROM token_stock
    WHERE company_id = OLD.company_id AND holder_role = COALESCE(OLD.holder_role, 'none')
      AND status = OLD.status AND updated_day = OLD.updated_day AND tokens = 0;
    INSERT INTO token_stock (company_id, holder_role, status, updated_day, tokens)
    VALUES (NEW.company_id, COALESCE(NEW.holder_role, 'none'), NEW.status, NEW.updated_day, 1)
    ON CONFLICT (company_id, holder_role, status, updated_day) DO UPDATE SET tokens = tokens + 1;
END;

-- What a token shows of its holder follows the holder.
CREATE TRIGGER virtual_token_follows_holder
AFTER UPDATE OF username, username_key, full_name, role ON app_user
BEGIN
    UPDATE virtual_token
    SET holder_username = NEW.username, holder_key = NEW.username_key,
        holder_name = NEW.full_name, holder_role = NEW.role
    WHERE holder_id = NEW.id;
END;

-- The audit log is only added to.
CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_entry_is_not_deleted BEFORE DELETE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;
