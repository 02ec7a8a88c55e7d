package uz.gogomarket.partners;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.CreateProduct;
import uz.gogomarket.catalog.CreateVariant;

/**
 * A product as it is to be, found by its SKU.
 *
 * @param product its stock counts only where this creates it, and where it has no variants
 * @param variants found by their SKUs; those that are not named stay as they are
 * @param onSale published where true, taken off sale where false; as it is where absent
 */
public record UpsertProduct(
    @NotNull @Size(min = 1, max = 100) String sku,
    @NotNull @Valid CreateProduct product,
    @Size(max = 100) @Valid List<CreateVariant> variants,
    @Nullable Boolean onSale) {

  public UpsertProduct {
    variants = List.copyOf(Objects.requireNonNullElse(variants, List.of()));
  }
}
