package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.StaleVersion;

/** How a seller counts and corrects stock, while buyers take it. */
@Stateless
@Allow(Roles.SELLER)
@FreshSession
public class StockKeeping {

  private static final int MAX_STOCK = 1_000_000_000;

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Event<StockLow> low;

  /** The stock items of a product: itself, or its variants. */
  public List<StockLevel> levels(long productId) {
    boolean hasVariants = requireOwn(productId);
    return sql.list(
        hasVariants
            ? "select product_id, id as variant_id, sku, stock_quantity, stock_version"
                + " from product_variants where product_id = ? and deleted_at is null order by id"
            : "select id as product_id, null::bigint as variant_id, sku, stock_quantity,"
                + " stock_version from products where id = ?",
        StockKeeping::level,
        productId);
  }

  /**
   * Writes down a count.
   *
   * @param version of the level that was read
   * @throws StaleVersion if stock moved since, by a sale or otherwise: count again
   */
  public StockLevel set(long productId, int version, SetStock command) {
    StockLevel before = lock(productId, command.variantId());
    if (before.version() != version) {
      throw new StaleVersion();
    }
    return write(before, command.quantity(), null);
  }

  /**
   * Adds or removes units, whatever is sold meanwhile.
   *
   * @throws OutOfStock if fewer are left than go out
   */
  public StockLevel adjust(long productId, AdjustStock command) {
    StockLevel before = lock(productId, command.variantId());
    long after = (long) before.quantity() + command.delta();
    if (command.delta() < 0 && after < 0) {
      throw new OutOfStock(
          List.of(
              new OutOfStock.Shortage(
                  new ItemRef(productId, command.variantId()),
                  -command.delta(),
                  Math.max(before.quantity(), 0))));
    }
    if (after > MAX_STOCK) {
      throw new Conflict("too_much_stock", "A stock item holds at most " + MAX_STOCK + " units.");
    }
    return write(before, (int) after, command.reason());
  }

  private StockLevel write(StockLevel before, int quantity, @Nullable String reason) {
    Long variantId = before.variantId();
    StockLevel after =
        sql.one(
            "update "
                + (variantId == null ? "products" : "product_variants")
                + " set stock_quantity = ?, stock_version = stock_version + 1 where id = ?"
                + (variantId == null
                    ? " returning id as product_id, null::bigint as variant_id,"
                    : " returning product_id, id as variant_id,")
                + " sku, stock_quantity, stock_version",
            StockKeeping::level,
            quantity,
            variantId == null ? before.productId() : variantId);
    audit.record(
        "stock.changed",
        variantId == null ? "product" : "product_variant",
        variantId == null ? before.productId() : variantId,
        new Count(before.quantity(), null),
        new Count(quantity, reason));
    if (quantity < before.quantity()) {
      tellIfLow(before, quantity);
    }
    return after;
  }

  private void tellIfLow(StockLevel before, int quantity) {
    int little =
        sql.one(
            "select low_stock_threshold from products where id = ?",
            Integer.class,
            before.productId());
    if (quantity <= little && before.quantity() > little) {
      low.fire(new StockLow(before.productId(), actors.userId(), before.variantId(), quantity));
    }
  }

  private StockLevel lock(long productId, @Nullable Long variantId) {
    boolean hasVariants = requireOwn(productId);
    if (hasVariants == (variantId == null)) {
      throw new Conflict(
          hasVariants ? "variant_required" : "product_has_no_variants",
          hasVariants ? "Its stock is kept on its variants." : "Its stock is kept on itself.");
    }
    List<Object> ids = new ArrayList<>(List.of(productId));
    if (variantId != null) {
      ids.add(variantId);
    }
    return sql.first(
            variantId == null
                ? "select id as product_id, null::bigint as variant_id, sku, stock_quantity,"
                    + " stock_version from products where id = ? and not has_variants"
                    + " for no key update"
                : "select product_id, id as variant_id, sku, stock_quantity, stock_version"
                    + " from product_variants where product_id = ? and id = ?"
                    + " and deleted_at is null for no key update",
            StockKeeping::level,
            ids.toArray())
        .orElseThrow(() -> new NotFound("variant", String.valueOf(variantId)));
  }

  private boolean requireOwn(long productId) {
    return sql.first(
            "select has_variants from products where id = ? and seller_id = ?"
                + " and deleted_at is null",
            row -> row.bool("has_variants"),
            productId,
            actors.userId())
        .orElseThrow(() -> new NotFound("product", productId));
  }

  private static StockLevel level(Row row) throws SQLException {
    return new StockLevel(
        row.longValue("product_id"),
        row.longOrNull("variant_id"),
        row.stringOrNull("sku"),
        row.intValue("stock_quantity"),
        row.intValue("stock_version"));
  }

  /** What the audit log remembers of a change. */
  record Count(int quantity, @Nullable String reason) {}
}
