-- Events that arrive: a message is kept for replay, and every consumer has a row of its own for each message that it has
-- not had yet. Only inserts meet here, so no publisher waits for a consumer, and a message whose transaction commits late
-- is found like any other.

-- What was published so far nobody has ever listened to, and it had names and reasons in it.
truncate outbox;
alter table outbox
    drop column available_at,
    drop column attempts,
    drop column last_error,
    drop column done_at,
    drop column failed_at,
    add column version smallint not null default 1,
    alter column created_at set default clock_timestamp();
create index idx_outbox_created on outbox (created_at);
comment on table outbox is 'what became true, in the transaction that made it so; kept for replay';
comment on column outbox.version is 'of the payload; a schema describes each';

create table outbox_deliveries (
    message_id     bigint      not null references outbox,
    consumer       varchar(50) not null,
    aggregate_type varchar(50) not null,
    aggregate_id   bigint      not null,
    due_at         timestamptz not null,
    attempts       integer     not null default 0,
    last_error     text,
    dead_at        timestamptz,
    primary key (message_id, consumer)
);
create unique index idx_outbox_deliveries_order
    on outbox_deliveries (consumer, aggregate_type, aggregate_id, message_id);
create index idx_outbox_deliveries_due on outbox_deliveries (consumer, due_at, message_id) where dead_at is null;
create index idx_outbox_deliveries_dead on outbox_deliveries (message_id, consumer) where dead_at is not null;
comment on table outbox_deliveries is 'messages that a consumer has not had yet; a message that arrived has no row';
comment on column outbox_deliveries.due_at is
    'when somebody looks at it again: while it is delivered, the end of the lease; behind another one, whatever is later';
comment on column outbox_deliveries.attempts is 'which delivery it is: who was faster can tell';
comment on column outbox_deliveries.dead_at is 'given up; it and what is behind it wait for an administrator';

alter table outbox_deliveries enable row level security;
alter table outbox_deliveries force row level security;
create policy outbox_deliveries_publish on outbox_deliveries for insert with check (true);
create policy outbox_deliveries_deliver on outbox_deliveries
    using ((select actor_has('system')) or (select actor_has('events.manage')));
create policy outbox_manage on outbox for select using ((select actor_has('events.manage')));

-- Events are for technical admins. As AdminRoleType says it; a test compares the two.
create or replace function permissions_of(kind admin_role_enum) returns text[]
    language sql immutable parallel safe
    return case kind
        when 'super_admin' then array ['users.manage', 'verification.decide', 'catalog.manage', 'orders.manage',
            'delivery.assign', 'accounting.record', 'accounting.read', 'disputes.decide', 'settings.manage',
            'audit.read', 'partners.manage', 'shipping.manage', 'commissions.manage', 'events.manage']
        when 'role_manager' then array ['users.manage', 'verification.decide']
        when 'accounting' then array ['accounting.record', 'accounting.read', 'commissions.manage']
        when 'technical_access' then array ['settings.manage', 'audit.read', 'events.manage']
        end;
