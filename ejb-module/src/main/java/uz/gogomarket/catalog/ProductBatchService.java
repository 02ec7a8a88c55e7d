package uz.gogomarket.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.DatabaseFailure;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;

/**
 * A seller's own products, many at once: what {@link ProductService} does with one, in statements
 * whose number does not grow with the products.
 */
@Stateless
@Allow(Roles.SELLER)
public class ProductBatchService {

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Products products;
  @Inject ProductInput input;
  @Inject ProductRows rows;
  @Inject ProductParts parts;
  @Inject ProductEvents events;

  /** What became of a command: a product with this id, or a refusal. */
  public record Made(@Nullable Long id, @Nullable InvalidInput refusal) {}

  /** Those that have one of these SKUs, by their SKUs. */
  public Map<String, SellerProduct> bySku(Collection<String> skus) {
    return products.ownBySku(skus).stream()
        .collect(
            Collectors.toMap(each -> String.valueOf(each.product().sku()), Function.identity()));
  }

  /**
   * Makes drafts; a command that is refused leaves the others alone.
   *
   * @return what became of each, in their order
   * @throws Conflict {@code sku_taken}, and none is made
   */
  public List<Made> create(List<CreateProduct> commands) {
    List<@Nullable InvalidInput> refusals = new ArrayList<>();
    List<CreateProduct> good = new ArrayList<>();
    for (CreateProduct command : commands) {
      try {
        good.add(input.checked(command));
        refusals.add(null);
      } catch (InvalidInput refusal) {
        refusals.add(refusal);
      }
    }
    List<Long> ids = good.isEmpty() ? List.of() : insert(good);
    List<Made> made = new ArrayList<>();
    int next = 0;
    for (InvalidInput refusal : refusals) {
      made.add(refusal == null ? new Made(ids.get(next++), null) : new Made(null, refusal));
    }
    return made;
  }

  private List<Long> insert(List<CreateProduct> commands) {
    List<Long> ids;
    try {
      ids = rows.insert(actors.userId(), commands);
    } catch (DatabaseFailure e) {
      throw ProductService.skuTaken(e);
    }
    Map<Long, SaveProduct> contents = new LinkedHashMap<>();
    List<Audit.Deed> deeds = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      contents.put(ids.get(i), commands.get(i).product());
      deeds.add(new Audit.Deed(ids.get(i), null, commands.get(i)));
    }
    parts.insert(contents);
    audit.record("product.created", "product", deeds);
    return ids;
  }

  /** Puts drafts on sale that were just made, have no options and are not digital. */
  public void publish(List<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<Long> published =
        sql.list(
            "update products set status = ?, version = version + 1, published_at ="
                + " clock_timestamp() where id = any (?) and seller_id = ? and status = 'draft' and"
                + " blocked_at is null and not exists (select from product_options o where"
                + " o.product_id = products.id) returning id",
            row -> row.longValue("id"),
            ProductStatus.ACTIVE,
            ids,
            actors.userId());
    audit.record(
        "product.status_changed",
        "product",
        published.stream()
            .map(id -> new Audit.Deed(id, ProductStatus.DRAFT, ProductStatus.ACTIVE))
            .toList());
    published.forEach(id -> events.listed(id, actors.userId()));
  }
}
