package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import uz.gogomarket.platform.InvalidInput;

/** What must hold of a product that comes in, whoever sends it and however many at once. */
@ApplicationScoped
class ProductInput {

  @Inject CategoryTree categories;
  @Inject Clock clock;

  /**
   * @throws InvalidInput if the values do not fit together
   */
  CreateProduct checked(CreateProduct command) {
    InvalidInput.under("product", () -> checked(command.product()));
    InvalidInput.under("price", () -> ProductRules.check(command.price(), clock.instant()));
    return command;
  }

  SaveProduct checked(SaveProduct product) {
    ProductRules.check(product);
    boolean known =
        categories.current().byId(product.categoryId()).filter(Category::active).isPresent();
    if (!known) {
      throw InvalidInput.of("categoryId", "unknown_category");
    }
    return product;
  }
}
