-- Five thousand products, generated from the kinds of goods of each category.

create temp table demo_products on commit drop as
with numbered as (
    select c.id as category_id, c.trade, c.traits_uz, c.traits_ru, c.traits_en, g.nth,
           row_number() over (order by hashint8extended(c.id * 1000 + g.nth, 50)) as id
    from demo_categories c, generate_series(1, c.products) as g (nth)
), kinds as (
    select k.*, row_number() over (partition by category_id order by low, uz) as nth, count(*) over (partition by category_id) as kinds from demo_kinds k
), sellers as (
    select s.*, row_number() over (partition by trade order by id) as nth, count(*) over (partition by trade) as sellers from demo_sellers s
)
select p.id, p.category_id, s.id as seller_id, k.varies, k.weight, k.uz as kind_uz,
       pg_temp.pick(k.brands, p.id, 51) as brand,
       pg_temp.pick(k.brands, p.id, 51) || ' ' || pg_temp.pick(k.models, p.id, 52)
           || case when k.varies in ('memory', 'disk', 'inches', 'colour') and p.category_id not in (6, 12, 17, 18) then ' ' || (10 + pg_temp.dice(p.id, 53, 80)) else '' end as model,
       k.uz, k.ru, k.en,
       1 + pg_temp.dice(p.id, 54, 4) as trait, 1 + (pg_temp.dice(p.id, 54, 4) + 1 + pg_temp.dice(p.id, 55, 3)) % 4 as trait2,
       p.traits_uz, p.traits_ru, p.traits_en,
       -- Most goods lie near the lower end; dear ones end on thousands, cheap ones on hundreds.
       case when k.low >= 100 then round((k.low + (k.high - k.low) * power(pg_temp.share(p.id, 56), 2))::numeric / 10) * 10000 - 1000
            else round((k.low + (k.high - k.low) * power(pg_temp.share(p.id, 56), 1.6))::numeric * 10) * 100 end as price,
       case when pg_temp.dice(s.id, 57, 4) = 0 then 0 else 12 end as tax_rate,
       pg_temp.dice(p.id, 58, 100) as fate, pg_temp.dice(p.id, 59, 100) as sale,
       pg_temp.moment() - make_interval(days => 95 + pg_temp.dice(p.id, 60, 100), secs => pg_temp.dice(p.id, 61, 86400)) as made
from numbered p
join kinds k on k.category_id = p.category_id and k.nth = 1 + (p.nth % k.kinds)
join sellers s on s.trade = p.trade and s.nth = 1 + pg_temp.dice(p.id, 62, s.sellers::integer);

-- How goods vary: one row per option, with what each value adds to the price in percent.
create temp table demo_options (varies text, position integer, name text, choices text[], adds integer[]) on commit drop;
insert into demo_options values
    ('memory', 1, 'Xotira', array['128 GB','256 GB','512 GB'], array[0, 8, 20]),
    ('memory', 2, 'Rang', array['Qora','Oq','Ko''k','Yashil','Kumush'], array[0, 0, 0, 0, 0]),
    ('disk', 1, 'Disk', array['512 GB SSD','1 TB SSD'], array[0, 10]),
    ('inches', 1, 'Diagonal', array['43"','50"','55"'], array[0, 22, 40]),
    ('colour', 1, 'Rang', array['Qora','Oq','Ko''k','Qizil','Yashil','Kulrang','Bej'], array[0, 0, 0, 0, 0, 0, 0]),
    ('size', 1, 'O''lcham', array['S','M','L','XL'], array[0, 0, 0, 5]),
    ('size', 2, 'Rang', array['Qora','Oq','Ko''k','Qizil','Yashil','Bej'], array[0, 0, 0, 0, 0, 0]),
    ('child', 1, 'Bo''y', array['98','110','122','134'], array[0, 0, 4, 8]),
    ('shoe', 1, 'O''lcham', array['37','38','39','40','41','42','43'], array[0, 0, 0, 0, 0, 0, 0]),
    ('bed', 1, 'O''lcham', array['1,5 kishilik','2 kishilik','Yevro'], array[0, 15, 28]),
    ('weight', 1, 'Og''irlik', array['500 g','1 kg'], array[0, 95]),
    ('volume', 1, 'Hajm', array['30 ml','50 ml','100 ml'], array[0, 45, 110]);

-- They are private until all their parts are there: the public list is then written once and not once per part.
insert into products (id, seller_id, category_id, name, slug, description, short_description, locale, sku, barcode, brand, base_price, sale_price, sale_active, sale_ends_at,
                      cost_price, tax_rate, weight, status, visibility, tags, is_featured, has_variants, stock_quantity, max_order_quantity, created_at, updated_at, published_at)
select p.id, p.seller_id, p.category_id, p.uz || ' ' || p.model || ', ' || p.traits_uz[p.trait],
       pg_temp.slug(p.uz || ' ' || p.model) || '-' || p.id,
       p.uz || ' ' || p.model || ': ' || p.traits_uz[p.trait] || ', ' || p.traits_uz[p.trait2] || '. Toshkent bo''ylab yetkazib beramiz, mahsulot sotuvchining omborida mavjud.',
       p.uz || ', ' || p.traits_uz[p.trait], 'uz', 'GG-' || lpad(p.id::text, 5, '0'), '478' || lpad(((p.id * 99991) % 10000000000)::text, 10, '0'), p.brand, p.price,
       case when p.sale < 18 then case when p.price >= 100000 then round(p.price * (95 - p.sale) / 100 / 1000) * 1000 else round(p.price * (95 - p.sale) / 100 / 100) * 100 end end,
       p.sale < 15, case when p.sale < 10 then pg_temp.moment() + make_interval(days => 5 + p.sale * 3) end,
       round(p.price * (55 + p.fate % 20) / 100, -2), p.tax_rate, p.weight,
       (case when p.fate < 92 then 'active' when p.fate < 94 then 'out_of_stock' when p.fate < 96 then 'draft' when p.fate < 98 then 'inactive' else 'discontinued' end)::product_status_enum,
       'private',
       array[lower(p.brand), lower(p.kind_uz)], p.fate < 3, p.varies <> 'none',
       case when p.varies <> 'none' or p.fate in (92, 93) then 0 else 20 + pg_temp.dice(p.id, 63, 180) end,
       case when p.fate % 10 = 0 then 10 end, p.made, p.made, case when p.fate < 94 or p.fate >= 96 then p.made end
from demo_products p
order by p.id;

insert into product_translations (product_id, locale, name, description, short_description)
select p.id, t.locale::locale_enum, t.name, t.description, t.short
from demo_products p,
     lateral (values ('uz', p.uz || ' ' || p.model || ', ' || p.traits_uz[p.trait],
                      p.uz || ' ' || p.model || ': ' || p.traits_uz[p.trait] || ', ' || p.traits_uz[p.trait2] || '. Toshkent bo''ylab yetkazib beramiz, mahsulot sotuvchining omborida mavjud.',
                      p.uz || ', ' || p.traits_uz[p.trait]),
                     ('ru', p.ru || ' ' || p.model || ', ' || p.traits_ru[p.trait],
                      p.ru || ' ' || p.model || ': ' || p.traits_ru[p.trait] || ', ' || p.traits_ru[p.trait2] || '. Доставляем по Ташкенту, товар на складе продавца.',
                      p.ru || ', ' || p.traits_ru[p.trait]),
                     ('en', p.en || ' ' || p.model || ', ' || p.traits_en[p.trait],
                      p.en || ' ' || p.model || ': ' || p.traits_en[p.trait] || ', ' || p.traits_en[p.trait2] || '. Delivered all over Tashkent, in stock at the seller''s.',
                      p.en || ', ' || p.traits_en[p.trait])) t (locale, name, description, short)
order by p.id, t.locale;

-- Of each option a product has up to three values (of colours one to three), the same order as in the list above.
create temp table demo_choices on commit drop as
select p.id as product_id, o.position, o.name, c.value, c.adds, row_number() over (partition by p.id, o.position order by c.nth) as nth
from demo_products p
join demo_options o using (varies),
     lateral (select value, add as adds, t.nth
              from unnest(o.choices, o.adds) with ordinality as t (value, add, nth)
              where case when o.name = 'Rang'
                         then (t.nth - 1 - pg_temp.dice(p.id, 70, cardinality(o.choices)) + cardinality(o.choices)) % cardinality(o.choices) <= pg_temp.dice(p.id, 71, 3)
                         when cardinality(o.choices) > 3 then t.nth <> 1 + pg_temp.dice(p.id, 72, cardinality(o.choices))
                         else true end) c;

insert into product_options (product_id, name, position, values)
select product_id, name, position, array_agg(value order by nth) from demo_choices group by product_id, name, position order by product_id, position;

insert into product_variants (id, product_id, sku, name, attributes, price_adjustment, stock_quantity, is_active, created_at, updated_at)
select row_number() over (order by v.product_id, v.first, v.second), v.product_id,
       'GG-' || lpad(v.product_id::text, 5, '0') || '-' || row_number() over (partition by v.product_id order by v.first, v.second),
       v.name, v.attributes,
       case when p.price >= 100000 then round(p.price * v.adds / 100 / 1000) * 1000 else round(p.price * v.adds / 100 / 100) * 100 end,
       case when p.fate in (92, 93) then 0 when pg_temp.dice(v.product_id * 100 + v.first * 10 + coalesce(v.second, 0), 73, 20) = 0 then 0
            else 8 + pg_temp.dice(v.product_id * 100 + v.first * 10 + coalesce(v.second, 0), 74, 90) end,
       true, p.made, p.made
from (select a.product_id, a.nth as first, b.nth as second, a.value || coalesce(' / ' || b.value, '') as name,
             jsonb_strip_nulls(jsonb_build_object(a.name, a.value, coalesce(b.name, 'none'), b.value)) as attributes, a.adds
      from demo_choices a
      left join demo_choices b on b.product_id = a.product_id and b.position = 2
      where a.position = 1) v
join demo_products p on p.id = v.product_id;

insert into product_attributes (product_id, name, value, sort_order)
select p.id, t.name, t.value, t.nth
from demo_products p,
     lateral (values ('Brend', p.brand, 1), ('Xususiyat', p.traits_uz[p.trait], 2), ('Og''irlik, kg', trim_scale(p.weight)::text, 3),
                     ('Ishlab chiqarilgan', pg_temp.pick(array['O''zbekiston','Xitoy','Turkiya','Koreya'], p.id, 64), 4)) t (name, value, nth)
order by p.id, t.nth;

-- Drawings that the marketplace serves itself, three for each category.
insert into product_images (product_id, url, thumbnail_url, alt_text, sort_order, is_primary)
select p.id, '/media/demo/' || c.slug || '-' || 1 + (p.id + n) % 3 || '.svg', null, p.uz || ' ' || p.model, n, n = 1
from demo_products p
join demo_categories c on c.id = p.category_id,
     generate_series(1, 1 + pg_temp.dice(p.id, 65, 3)) n
order by p.id, n;

-- What attributes and options are called in the other languages.
create temp table demo_terms (uz text, ru text, en text) on commit drop;
insert into demo_terms values
    ('Xotira', 'Память', 'Memory'), ('Rang', 'Цвет', 'Colour'), ('Disk', 'Диск', 'Disk'), ('Diagonal', 'Диагональ', 'Diagonal'),
    ('O''lcham', 'Размер', 'Size'), ('Bo''y', 'Рост', 'Height'), ('Og''irlik', 'Вес', 'Weight'), ('Hajm', 'Объём', 'Volume'),
    ('Qora', 'Чёрный', 'Black'), ('Oq', 'Белый', 'White'), ('Ko''k', 'Синий', 'Blue'), ('Yashil', 'Зелёный', 'Green'),
    ('Kumush', 'Серебристый', 'Silver'), ('Qizil', 'Красный', 'Red'), ('Kulrang', 'Серый', 'Grey'), ('Bej', 'Бежевый', 'Beige'),
    ('128 GB', '128 ГБ', '128 GB'), ('256 GB', '256 ГБ', '256 GB'), ('512 GB', '512 ГБ', '512 GB'),
    ('1,5 kishilik', '1,5-спальный', 'Single'), ('2 kishilik', '2-спальный', 'Double'), ('Yevro', 'Евро', 'King'),
    ('500 g', '500 г', '500 g'), ('1 kg', '1 кг', '1 kg'), ('30 ml', '30 мл', '30 ml'), ('50 ml', '50 мл', '50 ml'), ('100 ml', '100 мл', '100 ml'),
    ('Brend', 'Бренд', 'Brand'), ('Xususiyat', 'Особенность', 'Feature'), ('Og''irlik, kg', 'Вес, кг', 'Weight, kg'),
    ('Ishlab chiqarilgan', 'Страна', 'Made in'), ('O''zbekiston', 'Узбекистан', 'Uzbekistan'), ('Xitoy', 'Китай', 'China'),
    ('Turkiya', 'Турция', 'Turkey'), ('Koreya', 'Корея', 'Korea');

update product_translations t
set terms = words.terms || jsonb_build_object(p.traits_uz[p.trait], case t.locale when 'ru' then p.traits_ru[p.trait] else p.traits_en[p.trait] end)
from demo_products p
cross join lateral (select jsonb_object_agg(d.uz, d.ru) as ru, jsonb_object_agg(d.uz, d.en) as en
                    from demo_terms d
                    where d.uz in ('Brend', 'Xususiyat', 'Og''irlik, kg', 'Ishlab chiqarilgan')
                       or d.uz in (select a.value from product_attributes a where a.product_id = p.id)
                       or d.uz in (select o.name from product_options o where o.product_id = p.id)
                       or d.uz in (select unnest(o.values) from product_options o where o.product_id = p.id)) found
cross join lateral (values ('ru'::locale_enum, found.ru), ('en'::locale_enum, found.en)) words (locale, terms)
where t.product_id = p.id and t.locale = words.locale;

-- The list is written product by product; without figures about the tables every one would be a scan.
analyze products, product_translations, product_variants, product_attributes, product_images;
update products set visibility = 'public';
