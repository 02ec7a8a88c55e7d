package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Sql;

/** What the jobs of the catalogue do, a batch in a transaction of its own. */
@Stateless
@Internal
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CatalogUpkeep {

  static final int BATCH = 200;

  @Inject Sql sql;
  @Inject Clock clock;
  @Inject ProductEvents events;

  /**
   * Ends sales whose time is over. Buyers pay the base price from the very moment, job or no job;
   * this moves the products to their place in the lists and keeps the change of price.
   *
   * @return how many, at most {@value #BATCH}
   */
  public int endSales() {
    List<Long> over =
        sql.list(
            "select id from products where sale_active and sale_ends_at <= ?"
                + " order by id limit ? for no key update skip locked",
            row -> row.longValue("id"),
            clock.instant(),
            BATCH);
    // The update's triggers would take the rows of the list in whatever order it comes to them.
    sql.lock("select product_id from listed_products where product_id = any (?)", over);
    List<Ended> ended =
        sql.list(
            """
            update products set sale_active = false, version = version + 1 where id = any (?)
            returning id, seller_id, status
            """,
            Ended.class,
            over);
    ended.stream()
        .filter(each -> each.status().shown())
        .forEach(each -> events.changed(each.id(), each.sellerId()));
    return over.size();
  }

  private record Ended(long id, long sellerId, ProductStatus status) {}

  /** Adds views to products; at most {@value #BATCH} of them. */
  public void addViews(List<Long> productIds, List<Long> times) {
    sql.call("select add_views(?, ?)", productIds, times);
  }
}
