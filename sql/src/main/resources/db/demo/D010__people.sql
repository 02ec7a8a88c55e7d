-- Who is there. Users 1-9 administer, 11-50 sell, 51-80 deliver, 101-2100 buy.
-- Everybody's password is the demo's documented one, Bozor-2026-demo, hashed once with bcrypt.

create temp table demo_admins (id bigint, email text, first_name text, last_name text, role admin_role_enum, permissions jsonb) on commit drop;
insert into demo_admins values
    (1, 'admin@gogomarket.example', 'Sardor', 'Yusupov', 'super_admin', '[]'),
    (2, 'roles@gogomarket.example', 'Malika', 'Rahimova', 'role_manager', '[]'),
    (3, 'accounting@gogomarket.example', 'Gulnora', 'Karimova', 'accounting', '[]'),
    (4, 'technical@gogomarket.example', 'Timur', 'Aliyev', 'technical_access', '[]'),
    (5, 'disputes@gogomarket.example', 'Nodira', 'Saidova', 'technical_access', '["disputes.decide", "orders.manage"]'),
    (6, 'dispatch@gogomarket.example', 'Jasur', 'Tursunov', 'technical_access', '["delivery.assign", "orders.manage", "shipping.manage"]');

-- A seller's account carries the name of the shop.
create temp table demo_sellers (id bigint, trade text, district text, first_name text, last_name text) on commit drop;
insert into demo_sellers
select 10 + n, trade, district, first_name, last_name
from unnest(
    array['electronics','electronics','electronics','electronics','electronics','electronics','electronics','electronics','electronics',
          'appliances','appliances','appliances','appliances','appliances',
          'clothing','clothing','clothing','clothing','clothing','clothing','clothing','clothing','clothing','clothing',
          'home','home','home','home','home','home',
          'food','food','food','food','food',
          'beauty','beauty','beauty','beauty','beauty'],
    array['Chilonzor','Yunusobod','Mirobod','Shayxontohur','Uchtepa','Mirzo Ulug''bek','Yakkasaroy','Olmazor','Yashnobod',
          'Sergeli','Chilonzor','Yunusobod','Mirobod','Bektemir',
          'Shayxontohur','Olmazor','Uchtepa','Chilonzor','Yunusobod','Yakkasaroy','Mirobod','Mirzo Ulug''bek','Sergeli','Yangihayot',
          'Yashnobod','Olmazor','Chilonzor','Bektemir','Shayxontohur','Yangihayot',
          'Shayxontohur','Mirobod','Yunusobod','Olmazor','Uchtepa',
          'Yakkasaroy','Mirzo Ulug''bek','Yunusobod','Chilonzor','Mirobod'],
    array['Zamon','Malika','Raqamli','Texno','Smart','Registon','Yulduz','Mega','Ipak Yo''li',
          'Qulay','Shinam','Oila','Baraka','Ustoz',
          'Atlas','Nafis','Chorsu','Barno','Sayqal','Zarafshon','Milliy','Do''ppi','Qadam','Kamolot',
          'Rishton','Hunarmand','Shodlik','Usta Bozor','Xonadon','Nihol',
          'Samarqand','Chimyon','Asal','Oltin Vodiy','Bahor',
          'Lola','Nozanin','Gulbahor','Oydin','Parizod'],
    array['Elektronika','Gadjet','Dunyo','Olam','Market','Mobayl','Elektro','Texnika','Digital',
          'Texnika','Uy','Texnikasi','Maishiy','Servis',
          'Libos','Moda','Kiyim','Butik','Stil','Tekstil','Liboslar','Savdo','Poyabzal','Bolajon',
          'Kulolchilik','Buyumlari','Uy Bozori','Mebel','Dekor','Bog''',
          'Mevalari','Choyi','Saroyi','Qandolat','Ne''matlari',
          'Kosmetika','Parfyum','Go''zallik','Salon','Atir'])
    with ordinality as t (trade, district, first_name, last_name, n);

create temp table demo_names (sex integer, first_names text[], last_names text[]) on commit drop;
insert into demo_names values
    (0, array['Aziz','Bekzod','Botir','Davron','Diyor','Doniyor','Eldor','Farrux','Husan','Ibrohim','Islom','Jahongir','Jamshid','Kamol','Komil',
              'Laziz','Mirzo','Muzaffar','Nodir','Odil','Otabek','Rustam','Sanjar','Sherzod','Shuhrat','Temur','Ulug''bek','Umid','Xurshid','Zafar'],
        array['Abdullayev','Ahmedov','Aliyev','Azimov','Bozorov','Ergashev','Fayziyev','G''aniyev','Hakimov','Hamidov','Ismoilov','Jo''rayev','Karimov',
              'Mahmudov','Mirzayev','Nazarov','Normatov','Olimov','Qodirov','Rahimov','Rasulov','Saidov','Sharipov','Sobirov','Toshmatov','Tursunov','Umarov','Usmonov','Xolmatov','Yo''ldoshev']),
    (1, array['Barno','Dildora','Dilfuza','Dilnoza','Feruza','Gavhar','Gulchehra','Gulnoza','Hilola','Iroda','Kamola','Lobar','Lola','Madina','Mahliyo',
              'Malika','Maftuna','Mohira','Munira','Nafisa','Nargiza','Nigora','Nilufar','Nozima','Ozoda','Sabina','Sevara','Shahnoza','Zarina','Zulfiya'],
        array['Abdullayeva','Ahmedova','Aliyeva','Azimova','Bozorova','Ergasheva','Fayziyeva','G''aniyeva','Hakimova','Hamidova','Ismoilova','Jo''rayeva','Karimova',
              'Mahmudova','Mirzayeva','Nazarova','Normatova','Olimova','Qodirova','Rahimova','Rasulova','Saidova','Sharipova','Sobirova','Toshmatova','Tursunova','Umarova','Usmonova','Xolmatova','Yo''ldosheva']);

create temp table demo_people (id bigint primary key, email text, first_name text, last_name text, role user_role_enum, joined timestamptz) on commit drop;
insert into demo_people
select id, email, first_name, last_name, 'admin'::user_role_enum, pg_temp.moment() - interval '400 days' + id * interval '1 hour'
from demo_admins
union all
select id, case when id = 11 then 'seller@gogomarket.example'
                else pg_temp.slug(first_name || ' ' || last_name) || '@shops.example' end,
       first_name, last_name, 'seller', pg_temp.moment() - make_interval(days => 200 + pg_temp.dice(id, 1, 150))
from demo_sellers
union all
select p.id,
       case p.id when 51 then 'courier@gogomarket.example' when 101 then 'buyer@gogomarket.example'
                 else pg_temp.slug(replace(p.first_name, '''', '') || ' ' || replace(p.last_name, '''', '')) || p.id || '@mail.example' end,
       p.first_name, p.last_name, p.role,
       pg_temp.moment() - make_interval(days => 100 + pg_temp.dice(p.id, 2, 200), secs => pg_temp.dice(p.id, 3, 86400))
from (select g.id, pg_temp.pick(n.first_names, g.id, 11) as first_name, pg_temp.pick(n.last_names, g.id, 12) as last_name, g.role
      from (select id, 'courier'::user_role_enum as role, 0 as sex from generate_series(51, 80) id
            union all
            select id, 'buyer', pg_temp.dice(id, 13, 2) from generate_series(101, 2100) id) g
      join demo_names n on n.sex = g.sex) p;

insert into users (id, uuid, email, phone, password_hash, first_name, last_name, role, locale, email_verified, phone_verified, created_at, updated_at)
select id, md5('gogomarket demo user ' || id)::uuid, email,
       '+998' || pg_temp.pick(array['90','91','93','94','95','97','98','99','33','88'], id, 21) || lpad(((id * 7919 + 1234567) % 10000000)::text, 7, '0'),
       '$2b$12$FxCK2LusBfy9DZdAPu0qyOvPcLd3sidASH2utOu14w6wMHCYp0k7W', first_name, last_name, role,
       (case pg_temp.dice(id, 22, 10) when 0 then 'en' when 1 then 'ru' when 2 then 'ru' when 3 then 'ru' else 'uz' end)::locale_enum,
       true, true, joined, joined
from demo_people
order by id;

-- Everybody may buy; the other roles were verified by the role manager. A few wait for a decision.
insert into user_roles (user_id, role, requested_at, verified_at, verified_by)
select id, 'buyer', joined, joined, null::bigint from demo_people
union all
select id, role, joined, joined + interval '1 day', case when role = 'admin' then 1 else 2 end from demo_people where role <> 'buyer'
union all
select id, (case when id % 2 = 0 then 'seller' else 'courier' end)::user_role_enum, pg_temp.moment() - make_interval(hours => (id - 100)::integer * 5), null, null
from demo_people where id between 110 and 117;

insert into admin_roles (user_id, role_type, permissions, granted_by)
select id, role, permissions, 1 from demo_admins order by id;

insert into customer_profiles (user_id, date_of_birth, created_at, updated_at)
select id, date '1960-01-01' + pg_temp.dice(id, 23, 16400), joined, joined from demo_people where role = 'buyer' order by id;

-- Twelve districts and a few of their streets; people live around the centre of theirs.
create temp table demo_districts (n integer, name text, latitude numeric, longitude numeric, streets text[], outline polygon) on commit drop;
insert into demo_districts values
    (1, 'Bektemir', 41.2090, 69.3340, array['Husayn Boyqaro ko''chasi','Suvsoz ko''chasi','Oltintepa ko''chasi'],
     '((69.39958,41.24361),(69.38500,41.19500),(69.34500,41.17200),(69.28745,41.16279),(69.27420,41.20410),(69.28471,41.23673),(69.31877,41.24947))'),
    (2, 'Chilonzor', 41.2720, 69.2010, array['Bunyodkor shoh ko''chasi','Qatortol ko''chasi','Muqimiy ko''chasi','Gagarin ko''chasi'],
     '((69.14209,41.22923),(69.13296,41.24567),(69.20719,41.29982),(69.22120,41.29482),(69.22969,41.25569))'),
    (3, 'Mirobod', 41.2830, 69.2850, array['Nukus ko''chasi','Afrosiyob ko''chasi','Shahrisabz ko''chasi','Oybek ko''chasi'],
     '((69.31877,41.24947),(69.28471,41.23673),(69.27739,41.24140),(69.26147,41.30434),(69.28706,41.32450),(69.31184,41.30716))'),
    (4, 'Mirzo Ulug''bek', 41.3290, 69.3420, array['Buyuk Ipak Yo''li ko''chasi','Mustaqillik shoh ko''chasi','Parkent ko''chasi'],
     '((69.36648,41.38606),(69.37500,41.38000),(69.41200,41.34000),(69.41401,41.30991),(69.31184,41.30716),(69.28706,41.32450),(69.28668,41.32748))'),
    (5, 'Olmazor', 41.3540, 69.2180, array['Farobiy ko''chasi','Qorasaroy ko''chasi','Talabalar ko''chasi'],
     '((69.21500,41.40000),(69.23733,41.40670),(69.25978,41.34583),(69.18682,41.32835),(69.14754,41.34672),(69.15000,41.35000))'),
    (6, 'Sergeli', 41.2290, 69.2240, array['Yangi Sergeli ko''chasi','Choshtepa ko''chasi','Mehrigiyo ko''chasi'],
     '((69.28471,41.23673),(69.27420,41.20410),(69.15019,41.21435),(69.15000,41.21500),(69.14209,41.22923),(69.22969,41.25569),(69.27739,41.24140))'),
    (7, 'Shayxontohur', 41.3210, 69.2320, array['Navoiy shoh ko''chasi','Zarqaynar ko''chasi','Sebzor ko''chasi','Beruniy shoh ko''chasi'],
     '((69.28668,41.32748),(69.28706,41.32450),(69.26147,41.30434),(69.22120,41.29482),(69.20719,41.29982),(69.18682,41.32835),(69.25978,41.34583))'),
    (8, 'Uchtepa', 41.2960, 69.1700, array['Farhod ko''chasi','Lutfiy ko''chasi','Maxtumquli ko''chasi'],
     '((69.20719,41.29982),(69.13296,41.24567),(69.12500,41.26000),(69.12000,41.31000),(69.14754,41.34672),(69.18682,41.32835))'),
    (9, 'Yakkasaroy', 41.2780, 69.2500, array['Shota Rustaveli ko''chasi','Bobur ko''chasi','Qushbegi ko''chasi'],
     '((69.26147,41.30434),(69.27739,41.24140),(69.22969,41.25569),(69.22120,41.29482))'),
    (10, 'Yangihayot', 41.1880, 69.2180, array['Yangi hayot ko''chasi','Do''stlik ko''chasi','Nilufar ko''chasi'],
     '((69.28745,41.16279),(69.27000,41.16000),(69.21500,41.15200),(69.16500,41.16500),(69.15019,41.21435),(69.27420,41.20410))'),
    (11, 'Yashnobod', 41.2870, 69.3440, array['Parkent ko''chasi','Aviasozlar ko''chasi','Elbek ko''chasi','Maxtumquli ko''chasi'],
     '((69.41401,41.30991),(69.41500,41.29500),(69.40000,41.24500),(69.39958,41.24361),(69.31877,41.24947),(69.31184,41.30716))'),
    (12, 'Yunusobod', 41.3690, 69.2900, array['Amir Temur shoh ko''chasi','Bog''ishamol ko''chasi','Ahmad Donish ko''chasi','Yangishahar ko''chasi'],
     '((69.23733,41.40670),(69.27500,41.41800),(69.33000,41.41200),(69.36648,41.38606),(69.28668,41.32748),(69.25978,41.34583))');

-- Where they live, sell from, and for some a second address at work.
insert into user_addresses (id, user_id, type, is_default, label, full_name, phone, country, city, district, street, building, apartment, postal_code,
                            latitude, longitude, created_at, updated_at)
select row_number() over (order by a.id, a.nth), a.id, a.type, a.nth = 1,
       case when a.type = 'pickup' then 'Ombor' when a.nth = 1 then 'Uy' else 'Ish' end,
       u.first_name || ' ' || u.last_name, u.phone, 'O''zbekiston', 'Toshkent', d.name,
       pg_temp.pick(d.streets, a.id, 30 + a.nth), (1 + pg_temp.dice(a.id, 32 + a.nth, 120))::text,
       case when a.type = 'delivery' then (1 + pg_temp.dice(a.id, 34 + a.nth, 90))::text end,
       (100000 + d.n * 100 + pg_temp.dice(a.id, 36 + a.nth, 90))::text,
       d.latitude + (pg_temp.dice(a.id, 38 + a.nth, 1601) - 800) / 100000.0,
       d.longitude + (pg_temp.dice(a.id, 40 + a.nth, 1601) - 800) / 100000.0,
       u.created_at, u.created_at
from (select id, 1 as nth, 'pickup'::address_type_enum as type, (select n from demo_districts where name = s.district) as district from demo_sellers s
      union all
      select id, 1, 'delivery', 1 + pg_temp.dice(id, 42, 12) from demo_people where role = 'buyer'
      union all
      select id, 2, 'delivery', 1 + pg_temp.dice(id, 43, 12) from demo_people where role = 'buyer' and pg_temp.dice(id, 44, 10) < 3) a
join users u on u.id = a.id
join demo_districts d on d.n = a.district;

-- Delivery zones: the districts, cheaper in the middle of the town.
insert into delivery_zones (id, name, description, city, districts, polygon)
select n, 'Toshkent, ' || name, name || ' tumani', 'Toshkent', jsonb_build_array(name), outline from demo_districts order by n;
insert into delivery_tariffs (id, zone_id, name, base_cost, cost_per_km, cost_per_kg, free_delivery_threshold, estimated_hours)
select n, n, 'Standart', case when name in ('Mirobod', 'Shayxontohur', 'Yakkasaroy') then 12000 when name in ('Bektemir', 'Yangihayot', 'Sergeli') then 18000 else 15000 end,
       1500, 1000, 2000000, case when name in ('Bektemir', 'Yangihayot', 'Sergeli') then 48 else 24 end
from demo_districts order by n;
