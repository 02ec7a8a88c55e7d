package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.DatabaseFailure;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.StaleVersion;

/**
 * A seller's own products. A product begins as a draft; it is published, archived, published again,
 * and at last deleted, which its orders survive. Each change raises its version; stock has a
 * version of its own.
 */
@Stateless
@Allow(Roles.SELLER)
public class ProductService {

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject ProductInput input;
  @Inject Products products;
  @Inject ProductParts parts;
  @Inject ProductRows rows;
  @Inject ProductSummaries summaries;
  @Inject ProductEvents events;

  /** One's own products, the newest first. */
  public Page<SellerProductSummary> list(@Nullable ProductStatus status, PageRequest page) {
    return summaries.page(actors.userId(), status, null, page);
  }

  /**
   * @throws NotFound if one has no such product
   */
  public SellerProduct get(long id) {
    return products.own(id);
  }

  /** The id of one's own product with this SKU. */
  public Optional<Long> findBySku(String sku) {
    return products.ownBySku(sku);
  }

  /**
   * Makes a draft.
   *
   * @throws Conflict {@code sku_taken}
   * @throws InvalidInput if the values do not fit together
   */
  public SellerProduct create(CreateProduct command) {
    input.checked(command);
    long id = unlessSkuTaken(() -> rows.insert(actors.userId(), command));
    parts.insert(id, command.product());
    audit.record("product.created", "product", id, null, command);
    return products.own(id);
  }

  /**
   * Replaces all that {@link SaveProduct} holds. The address stays once the product was published.
   *
   * @throws StaleVersion if it was changed since this version
   * @throws Conflict {@code sku_taken}; {@code variants_do_not_fit} if there are variants that the
   *     new options do not allow; {@code digital_not_sold} if it is on sale and would be digital
   */
  public SellerProduct update(long id, int version, SaveProduct product) {
    OwnProduct own = products.lockOwn(id).require(version);
    input.checked(product);
    if (product.isDigital() && own.status().shown()) {
      throw digitalNotSold();
    }
    SellerProduct before = products.own(id);
    boolean fit =
        before.variants().stream()
            .allMatch(each -> ProductRules.fits(each.variant().options(), product.options()));
    if (!fit) {
      throw new Conflict(
          "variants_do_not_fit", "Some variants have options that the product would lose.");
    }
    unlessSkuTaken(() -> rows.update(own, product));
    parts.replace(id, before.product(), product);
    audit.record("product.updated", "product", id, before.product(), product);
    events.changed(own);
    return products.own(id);
  }

  /**
   * Puts it on sale.
   *
   * @throws Conflict {@code product_blocked} if an admin took it down; {@code digital_not_sold} if
   *     it is digital; {@code variants_missing} if it has options but no active variant
   */
  public SellerProduct publish(long id, int version) {
    OwnProduct own = products.lockOwn(id).require(version);
    if (own.blocked()) {
      throw new Conflict("product_blocked", "It was taken down; see blockedReason.");
    }
    if (own.digital()) {
      throw digitalNotSold();
    }
    boolean incomplete =
        sql.one(
            """
            select exists (select from product_options where product_id = ?)
                   and not exists (select from product_variants
                                   where product_id = ? and is_active and deleted_at is null)
                   as incomplete
            """,
            row -> row.bool("incomplete"),
            id,
            id);
    if (incomplete) {
      throw new Conflict("variants_missing", "It has options but no active variant.");
    }
    return move(own, ProductStatus.ACTIVE);
  }

  /** Shows it, but does not sell it for a while. */
  public SellerProduct pause(long id, int version) {
    OwnProduct own = products.lockOwn(id).require(version);
    if (own.status() != ProductStatus.ACTIVE) {
      throw new Conflict("product_not_active", "Only what is on sale can be paused.");
    }
    return move(own, ProductStatus.OUT_OF_STOCK);
  }

  /** Takes it off sale; it can be published again. */
  public SellerProduct archive(long id, int version) {
    return move(products.lockOwn(id).require(version), ProductStatus.INACTIVE);
  }

  /** Deletes it for everybody but its orders; its address and SKU are free again. */
  public void delete(long id, int version) {
    OwnProduct own = products.lockOwn(id).require(version);
    sql.update(
        "update products set deleted_at = ?, status = 'discontinued', version = version + 1"
            + " where id = ?",
        clock.instant(),
        id);
    audit.record("product.deleted", "product", id, own.status(), null);
    events.gone(id, own.sellerId(), own.status(), ProductDelisted.Reason.DELETED);
  }

  private SellerProduct move(OwnProduct own, ProductStatus to) {
    if (own.status() != to) {
      sql.update(
          "update products set status = ?, version = version + 1,"
              + " published_at = case when ? then coalesce(published_at, clock_timestamp())"
              + " else published_at end where id = ?",
          to,
          to == ProductStatus.ACTIVE,
          own.id());
      audit.record("product.status_changed", "product", own.id(), own.status(), to);
      events.moved(own, to);
    }
    return products.own(own.id());
  }

  /** A digital product has no files yet: whoever bought one would get nothing. */
  private static Conflict digitalNotSold() {
    return new Conflict("digital_not_sold", "Digital products cannot be sold yet.");
  }

  private static <T> T unlessSkuTaken(java.util.function.Supplier<T> write) {
    try {
      return write.get();
    } catch (DatabaseFailure e) {
      throw skuTaken(e);
    }
  }

  static RuntimeException skuTaken(DatabaseFailure failure) {
    return failure.violates("idx_products_sku")
        ? new Conflict("sku_taken", "You have another product with this SKU.")
        : failure;
  }

  /** One's own products by their SKUs, at most as many as were asked for. */
  public List<SellerProductSummary> bySkus(List<String> skus) {
    return summaries.bySkus(actors.userId(), skus);
  }
}
