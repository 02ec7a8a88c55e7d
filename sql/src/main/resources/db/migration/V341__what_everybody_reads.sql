-- What everybody reads and a few may change: not even "system" writes it. The lists that come with the schema alone
-- (order_transitions, payment_gateways, shipping_providers) nobody has the right to write: the callback that follows
-- each migration sees to that.
do
$$
declare
    tab        text;
    permission text;
    held       text;
begin
    for tab, permission in
        values ('settings', 'settings.manage'),
               ('categories', 'catalog.manage'), ('category_translations', 'catalog.manage'),
               ('delivery_zones', 'shipping.manage'), ('delivery_tariffs', 'shipping.manage')
    loop
        held := format('(select actor_has(%L))', permission);
        execute format('alter table %I enable row level security', tab);
        execute format('alter table %I force row level security', tab);
        execute format('create policy %I on %I for select using (true)', tab || '_read', tab);
        execute format('create policy %I on %I for insert with check (%s)', tab || '_add', tab, held);
        execute format('create policy %I on %I for update using (%s)', tab || '_change', tab, held);
        execute format('create policy %I on %I for delete using (%s)', tab || '_remove', tab, held);
        -- The owner, who migrates and loads the demo marketplace, is not the application.
        execute format('create policy %I on %I to current_user using (true) with check (true)', tab || '_by_owner', tab);
    end loop;
end
$$;
