-- What the application may do: work with rows, never with the tables themselves. After every migration, so that
-- another name of the role, or a new table, needs nothing else.
grant usage on schema public, engine to "${app_role}";
grant select, insert, update, delete on all tables in schema public, engine to "${app_role}";
grant usage, select on all sequences in schema public, engine to "${app_role}";
grant execute on all functions in schema public, engine to "${app_role}";
revoke all on table flyway_schema_history from "${app_role}";

-- Rows of a partition are reached through its table, whose row-level security the partition does not have.
do
$$
declare
    part regclass;
begin
    for part in select inhrelid::regclass from pg_inherits join pg_class on pg_class.oid = inhparent
                where relkind = 'p' and relnamespace = 'public'::regnamespace loop
        execute format('revoke all on table %s from "${app_role}"', part);
    end loop;
end
$$;
