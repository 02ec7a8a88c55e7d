package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.StaleVersion;

/** The prices of a seller's own products; the database keeps each that ever was. */
@Stateless
@Allow(Roles.SELLER)
@FreshSession
public class PriceService {

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Products products;
  @Inject ProductEvents events;

  /**
   * @throws StaleVersion if the product was changed since this version
   * @throws Conflict {@code variant_for_nothing} if a variant would cost nothing, or less
   */
  public SellerProduct set(long productId, int version, SavePrice price) {
    OwnProduct own = products.lockOwn(productId).require(version);
    ProductRules.check(price, clock.instant());
    Money adjustment =
        new Money(
            sql.one(
                "select coalesce(min(price_adjustment), 0) as lowest from product_variants"
                    + " where product_id = ? and deleted_at is null",
                row -> row.decimal("lowest"),
                productId));
    if (!price.lowest().plus(adjustment).isPositive()) {
      throw new Conflict("variant_for_nothing", "A variant would cost nothing, or less.");
    }
    sql.update(
        "update products set base_price = ?, sale_price = ?, sale_active = ?, sale_ends_at = ?,"
            + " version = version + 1 where id = ?",
        price.basePrice(),
        price.salePrice(),
        price.onSale(),
        price.saleEndsAt(),
        productId);
    audit.record("price.changed", "product", productId, own.price(), price);
    events.changed(own);
    return products.own(productId);
  }

  /** What it cost before, the latest first. */
  public Page<PriceChange> history(long productId, PageRequest page) {
    boolean own =
        sql.one(
            "select exists (select from products where id = ? and seller_id = ?"
                + " and deleted_at is null) as own",
            row -> row.bool("own"),
            productId,
            actors.userId());
    if (!own) {
      throw new NotFound("product", productId);
    }
    return Page.of(
        sql.list(
            "select * from price_history where product_id = ? and id < ? order by id desc limit ?",
            row ->
                new PriceChange(
                    row.longValue("id"),
                    row.longOrNull("variant_id"),
                    row.moneyOrNull("base_price"),
                    row.moneyOrNull("sale_price"),
                    row.moneyOrNull("price_adjustment"),
                    row.longOrNull("changed_by"),
                    row.instant("created_at")),
            productId,
            page.afterId(Long.MAX_VALUE),
            page.fetchSize()),
        page,
        last -> Cursor.of(last.id()));
  }
}
