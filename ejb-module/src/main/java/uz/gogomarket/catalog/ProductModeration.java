package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Outbox;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Sql;

/** How admins keep the catalogue clean: they take products down with a reason, and restore them. */
@Stateless
@Allow(Permissions.CATALOG_MANAGE)
public class ProductModeration {

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Outbox outbox;
  @Inject Products products;
  @Inject ProductSummaries summaries;

  /** Products of all sellers, the newest first. */
  public Page<SellerProductSummary> list(
      @Nullable Long sellerId,
      @Nullable ProductStatus status,
      @Nullable Boolean blocked,
      PageRequest page) {
    return summaries.page(sellerId, status, blocked, page);
  }

  /**
   * @throws NotFound if there is no such product
   */
  public SellerProduct get(long id) {
    return products.anyones(id);
  }

  /**
   * Takes a product off sale; its seller is told why and cannot publish it again.
   *
   * @throws Conflict {@code already_taken_down}
   */
  public SellerProduct takeDown(long id, String reason) {
    if (isBlocked(id)) {
      throw new Conflict("already_taken_down", "It was taken down before.");
    }
    sql.update(
        "update products set status = 'inactive', blocked_at = clock_timestamp(), blocked_by = ?,"
            + " blocked_reason = ?, version = version + 1 where id = ?",
        actors.userId(),
        reason,
        id);
    return tell("product.taken_down", id, reason);
  }

  /**
   * Lets the seller publish it again.
   *
   * @throws Conflict {@code not_taken_down}
   */
  public SellerProduct restore(long id) {
    if (!isBlocked(id)) {
      throw new Conflict("not_taken_down", "It was not taken down.");
    }
    sql.update(
        "update products set blocked_at = null, blocked_by = null, blocked_reason = null,"
            + " version = version + 1 where id = ?",
        id);
    return tell("product.restored", id, null);
  }

  private SellerProduct tell(String topic, long id, @Nullable String reason) {
    SellerProduct product = products.anyones(id);
    ProductModerated event =
        new ProductModerated(id, product.sellerId(), product.product().name(), reason);
    audit.record(topic, "product", id, null, event);
    outbox.publish(topic, "product", id, event);
    return product;
  }

  private boolean isBlocked(long id) {
    return sql.first(
            "select blocked_at is not null as blocked from products"
                + " where id = ? and deleted_at is null for no key update",
            row -> row.bool("blocked"),
            id)
        .orElseThrow(() -> new NotFound("product", id));
  }
}
