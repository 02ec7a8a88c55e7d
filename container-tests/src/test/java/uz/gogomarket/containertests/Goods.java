package uz.gogomarket.containertests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.CategoryService;
import uz.gogomarket.catalog.CreateProduct;
import uz.gogomarket.catalog.CreateVariant;
import uz.gogomarket.catalog.ProductOption;
import uz.gogomarket.catalog.ProductService;
import uz.gogomarket.catalog.ProductTranslation;
import uz.gogomarket.catalog.SaveCategory;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SaveProduct;
import uz.gogomarket.catalog.SaveVariant;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.VariantService;
import uz.gogomarket.identity.Language;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;

/** Makes goods for tests through the services that sellers use. */
@ApplicationScoped
public class Goods {

  @Inject Accounts accounts;
  @Inject Actors actors;
  @Inject ManagedThreads threads;
  @Inject Sql sql;
  @Inject CategoryService categories;
  @Inject ProductService products;
  @Inject VariantService variants;

  /** A category of its own, so that tests do not see each other's goods. */
  public String newCategory(@Nullable Long parentId) {
    return newCategoryOf(parentId, null).slug();
  }

  /** A category's id and slug. */
  public record Made(long id, String slug) {}

  public Made newCategoryOf(@Nullable Long parentId, @Nullable Integer returnDays) {
    return actors.runAs(
        Actor.user(1, Set.of(Permissions.CATALOG_MANAGE), "test"),
        () -> {
          var view =
              categories.create(
                  new SaveCategory(
                      parentId,
                      "T " + UUID.randomUUID(),
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      returnDays,
                      null,
                      null,
                      List.of()));
          return new Made(view.id(), String.valueOf(view.category().slug()));
        });
  }

  /** A verified seller with a live session. */
  public long newSeller() {
    long id = accounts.newUser(Roles.SELLER);
    threads.inTransaction(
        () ->
            actors.runAs(
                Actor.user(id, Set.of(), "test"),
                () ->
                    sql.update(
                        "insert into user_sessions (user_id, token, refresh_family, expires_at)"
                            + " values (?, ?, ?, now() + interval '1 hour')",
                        id,
                        session(id),
                        session(id))));
    return id;
  }

  private static String session(long sellerId) {
    return "seller-" + sellerId;
  }

  public <T> T asSeller(long sellerId, Supplier<T> work) {
    return actors.runAs(Actor.user(sellerId, Set.of(Roles.SELLER), session(sellerId)), work);
  }

  /** A draft with a stock of its own. */
  public SellerProduct draft(long sellerId, long categoryId, String name, String price, int stock) {
    return asSeller(
        sellerId,
        () -> products.create(new CreateProduct(product(categoryId, name), price(price), stock)));
  }

  /** A product that everybody sees. */
  public SellerProduct onSale(
      long sellerId, long categoryId, String name, String price, int stock) {
    SellerProduct draft = draft(sellerId, categoryId, name, price, stock);
    return asSeller(sellerId, () -> products.publish(draft.id(), draft.version()));
  }

  /** A product with a variant for each of the colours, so many of each. */
  public SellerProduct onSaleInColours(
      long sellerId, long categoryId, String name, int stock, String... colours) {
    SellerProduct made =
        asSeller(
            sellerId,
            () -> {
              SellerProduct draft =
                  products.create(
                      new CreateProduct(
                          productInColours(categoryId, name, colours), price("100000"), 0));
              for (String colour : colours) {
                draft =
                    variants.add(
                        draft.id(), draft.version(), new CreateVariant(variant(colour), stock));
              }
              return draft;
            });
    return asSeller(sellerId, () -> products.publish(made.id(), made.version()));
  }

  public static SaveVariant variant(String colour) {
    return new SaveVariant(null, null, Map.of("Rang", colour), null, null, null, null, null);
  }

  public static SavePrice price(String amount) {
    return new SavePrice(Money.of(amount), null, false, null);
  }

  public static SaveProduct product(long categoryId, String name, ProductTranslation... texts) {
    return new SaveProduct(
        categoryId,
        Language.UZ,
        name,
        "Yaxshi mahsulot",
        null,
        null,
        null,
        "Sinov",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(texts),
        List.of(),
        List.of(),
        List.of());
  }

  public static SaveProduct productInColours(long categoryId, String name, String... colours) {
    SaveProduct p = product(categoryId, name);
    return new SaveProduct(
        p.categoryId(),
        p.locale(),
        p.name(),
        p.description(),
        null,
        null,
        null,
        p.brand(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(new ProductOption("Rang", List.of(colours))),
        List.of());
  }
}
