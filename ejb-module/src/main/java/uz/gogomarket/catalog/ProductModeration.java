package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.NotFound;
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
  @Inject Products products;
  @Inject ProductSummaries summaries;
  @Inject ProductEvents events;

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
   * @throws Conflict {@code already_taken_down}; {@code own_money} where one sells it oneself
   */
  public SellerProduct takeDown(long id, String reason) {
    Standing before = lock(id);
    if (before.blocked()) {
      throw new Conflict("already_taken_down", "It was taken down before.");
    }
    sql.update(
        "update products set status = 'inactive', blocked_at = clock_timestamp(), blocked_by = ?,"
            + " blocked_reason = ?, version = version + 1 where id = ?",
        actors.userId(),
        reason,
        id);
    SellerProduct product = products.anyones(id);
    audit.record("product.taken_down", "product", id, before, new Verdict(reason));
    events.gone(id, product.sellerId(), before.status(), ProductDelisted.Reason.TAKEN_DOWN);
    return product;
  }

  /**
   * Lets the seller publish it again.
   *
   * @throws Conflict {@code not_taken_down}; {@code own_money} where one sells it oneself
   */
  public SellerProduct restore(long id) {
    Standing before = lock(id);
    if (!before.blocked()) {
      throw new Conflict("not_taken_down", "It was not taken down.");
    }
    sql.update(
        "update products set blocked_at = null, blocked_by = null, blocked_reason = null,"
            + " version = version + 1 where id = ?",
        id);
    audit.record("product.restored", "product", id, before, null);
    return products.anyones(id);
  }

  /** What the audit log remembers. */
  private record Verdict(String reason) {}

  private record Standing(ProductStatus status, boolean blocked, @Nullable String reason) {}

  private Standing lock(long id) {
    Found found = found(id);
    actors.requireUninvolved(found.sellerId());
    return found.standing();
  }

  private record Found(long sellerId, Standing standing) {}

  private Found found(long id) {
    return sql.first(
            "select seller_id, status, blocked_at is not null as blocked, blocked_reason from"
                + " products where id = ? and deleted_at is null for no key update",
            row ->
                new Found(
                    row.longValue("seller_id"),
                    new Standing(
                        row.enumValue("status", ProductStatus.class),
                        row.bool("blocked"),
                        row.stringOrNull("blocked_reason"))),
            id)
        .orElseThrow(() -> new NotFound("product", id));
  }
}
