package uz.gogomarket.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Writes down what the shoppers look at and buy, from what is in the marketplace. */
final class Feeds {
  static final String LISTINGS = "listings.csv";
  static final String PRODUCTS = "products.csv";
  static final String BASKETS = "baskets.csv";
  static final String SHOPPERS = "shoppers.csv";
  static final String SEARCHES = "searches.csv";
  static final String TYPOS = "typos.csv";

  private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");

  private static final String LISTED =
      """
      select c.slug || ',' || f.filter || ',' || s.sort || ',' || l.language
      from categories c
      cross join (values ('inStock=true'), ('minPrice=50000'), ('maxPrice=3000000')) f (filter)
      cross join (values ('newest'), ('price_asc'), ('price_desc'), ('popular')) s (sort)
      cross join (values ('uz'), ('ru'), ('en')) l (language)
      where c.is_active and c.deleted_at is null
        and (select count(*) from listed_products p
             where p.category_id in (select x.id from categories x where c.id in (x.id, x.parent_id))
               and p.in_stock and p.price between 50000 and 3000000) >= 24
      order by 1
      """;

  private static final String OPENED =
      """
      select slug || ',' || (array['uz', 'ru', 'en'])[1 + product_id % 3]
      from listed_products order by hashint8extended(product_id, 2)
      """;

  /** The first word of a product's name and its brand, as a buyer would look for it. */
  private static final String SEARCHED =
      """
      select distinct replace(split_part(names ->> l, ' ', 1), ',', '') || ' ' || replace(brand, ',', '') || ',' || l
      from listed_products cross join (values ('uz'), ('ru'), ('en')) x (l)
      where brand is not null and length(split_part(names ->> l, ' ', 1)) >= 6
      order by 1
      """;

  /** Pairs from two sellers, with enough of both in stock for many shoppers. */
  private static final String BOUGHT =
      """
      with item as (
        select p.id, v.id as variant_id, p.seller_id,
               row_number() over (order by hashint8extended(v.id, 1)) as nth, count(*) over () as n
        from products p join product_variants v on v.product_id = p.id
        where p.status = 'active' and v.is_active and v.stock_quantity >= 30 and p.base_price < 2000000)
      select a.id || ',' || a.variant_id || ',' || b.id || ',' || b.variant_id
      from item a join item b on b.nth = a.n + 1 - a.nth
      where a.seller_id <> b.seller_id order by a.nth limit 50000
      """;

  private Feeds() {}

  static void write(Connection database, Path folder) throws SQLException, IOException {
    write(folder.resolve(LISTINGS), "category,filter,sort,language", lines(database, LISTED));
    write(folder.resolve(PRODUCTS), "slug,language", lines(database, OPENED));
    List<String> searched = lines(database, SEARCHED);
    write(folder.resolve(SEARCHES), "words,language", searched);
    write(folder.resolve(TYPOS), "words,language", searched.stream().map(Feeds::typo).toList());
    write(
        folder.resolve(BASKETS),
        "first,firstVariant,second,secondVariant",
        lines(database, BOUGHT));
  }

  static void write(Path file, String heading, List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      throw new IllegalStateException(
          "The marketplace has nothing for " + file.getFileName() + ": is the demo loaded?");
    }
    List<String> all = new ArrayList<>();
    all.add(heading);
    all.addAll(lines);
    Files.write(file, all);
  }

  /** The same with its first two letters kept and the third left out. */
  static String typo(String words) {
    return words.substring(0, 2) + words.substring(3);
  }

  /** What a simulation asks for, without an end. */
  static Iterator<Map<String, Object>> read(String name, Mix mix) {
    return mix.feed(csv(LoadOptions.read().file(name)).readRecords(), RANDOM);
  }

  static List<String> lines(Connection database, String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    }
  }
}
