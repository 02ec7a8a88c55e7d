-- What the application may do: work with rows, never with the tables themselves. After every migration, so that
-- another name of the role, or a new table, needs nothing else.
grant usage on schema public, engine to "${app_role}";
grant select, insert, update, delete on all tables in schema public, engine to "${app_role}";
grant usage, select on all sequences in schema public, engine to "${app_role}";
grant execute on all functions in schema public, engine to "${app_role}";
revoke all on table flyway_schema_history from "${app_role}";

-- Partitions are made between migrations.
alter default privileges in schema public, engine
    grant select, insert, update, delete on tables to "${app_role}";
alter default privileges in schema public, engine grant usage, select on sequences to "${app_role}";
alter default privileges in schema public, engine grant execute on functions to "${app_role}";
