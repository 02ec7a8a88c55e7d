-- The names and values of a product's attributes, options and variants in another language, by what the seller wrote.
alter table product_translations
    add column terms jsonb not null default '{}',
    add constraint terms_are_an_object check (jsonb_typeof(terms) = 'object');
