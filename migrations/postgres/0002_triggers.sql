-- What the database keeps by itself, so that nothing that writes can forget it.

-- A serial is taken once, whichever kind of token has it.
CREATE FUNCTION token_takes_serial() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO serial_number (serial, token_id) VALUES (NEW.serial, NEW.id);
    RETURN NULL;
END $$;

CREATE TRIGGER virtual_token_takes_serial AFTER INSERT ON virtual_token
    FOR EACH ROW EXECUTE FUNCTION token_takes_serial();
CREATE TRIGGER physical_token_takes_serial AFTER INSERT ON physical_token
    FOR EACH ROW EXECUTE FUNCTION token_takes_serial();

-- The stock follows every change of a token. Who changes a company's figures
-- waits for the others first: two who each took one of two rows would wait for
-- each other for ever.
CREATE FUNCTION token_stock_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.company_id = NEW.company_id AND OLD.status = NEW.status
            AND OLD.holder_role IS NOT DISTINCT FROM NEW.holder_role
            AND OLD.updated_day = NEW.updated_day
        THEN
            RETURN NULL;
        END IF;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(OLD.company_id, 0));
        UPDATE token_stock SET tokens = tokens - 1
        WHERE company_id = OLD.company_id AND holder_role = COALESCE(OLD.holder_role, 'none')
          AND status = OLD.status AND updated_day = OLD.updated_day;
        DELETE FROM token_stock
        WHERE company_id = OLD.company_id AND holder_role = COALESCE(OLD.holder_role, 'none')
          AND status = OLD.status AND updated_day = OLD.updated_day AND tokens = 0;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.company_id, 0));
        INSERT INTO token_stock AS stock (company_id, holder_role, status, updated_day, tokens)
        VALUES (NEW.company_id, COALESCE(NEW.holder_role, 'none'), NEW.status, NEW.updated_day, 1)
        ON CONFLICT (company_id, holder_role, status, updated_day)
            DO UPDATE SET tokens = stock.tokens + 1;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER token_stock_follows AFTER INSERT OR UPDATE OR DELETE ON virtual_token
    FOR EACH ROW EXECUTE FUNCTION token_stock_follows();

-- What a token shows of its holder follows the holder.
CREATE FUNCTION virtual_token_follows_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE virtual_token
    SET holder_username = NEW.username, holder_key = NEW.username_key,
        holder_name = NEW.full_name, holder_role = NEW.role
    WHERE holder_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER virtual_token_follows_holder
    AFTER UPDATE OF username, username_key, full_name, role ON app_user
    FOR EACH ROW EXECUTE FUNCTION virtual_token_follows_holder();

-- The audit log is only added to.
CREATE FUNCTION audit_entry_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is only added to';
END $$;

CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_is_kept();
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_kept();
