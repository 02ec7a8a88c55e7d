package uz.gogomarket.partners;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ProductVisibility;
import uz.gogomarket.catalog.SavePrice;
import uz.gogomarket.catalog.SaveProduct;
import uz.gogomarket.catalog.SaveVariant;
import uz.gogomarket.platform.Money;

/**
 * Whether what a line wants is what there is. Left out and default are the same, and so are 0.5 and
 * 0.50.
 */
final class Sameness {

  private Sameness() {}

  static boolean same(SaveProduct one, SaveProduct other) {
    return spelledOut(one).equals(spelledOut(other));
  }

  static boolean same(SavePrice one, SavePrice other) {
    return one.basePrice().equals(other.basePrice())
        && Objects.equals(one.salePrice(), other.salePrice())
        && Objects.equals(one.saleEndsAt(), other.saleEndsAt())
        && isTrue(one.saleActive()) == isTrue(other.saleActive());
  }

  static boolean same(SaveVariant one, SaveVariant other) {
    return spelledOut(one).equals(spelledOut(other));
  }

  /** What a line wants, with what partners do not write as it is. */
  static SaveProduct keeping(SaveProduct there, SaveProduct wanted) {
    return new SaveProduct(
        wanted.categoryId(),
        wanted.locale(),
        wanted.name(),
        wanted.description(),
        wanted.shortDescription(),
        wanted.sku(),
        wanted.barcode(),
        wanted.brand(),
        there.costPrice(),
        wanted.taxRate(),
        wanted.weightKg(),
        wanted.lengthCm(),
        wanted.widthCm(),
        wanted.heightCm(),
        wanted.visibility(),
        wanted.tags(),
        wanted.digital(),
        wanted.requiresShipping(),
        there.lowStockThreshold(),
        wanted.allowBackorder(),
        wanted.minOrderQuantity(),
        wanted.maxOrderQuantity(),
        there.metaTitle(),
        there.metaDescription(),
        there.metaKeywords(),
        wanted.translations(),
        wanted.attributes(),
        wanted.options(),
        wanted.images());
  }

  /** What a line wants, under the name that the variant has where the line gives none. */
  static SaveVariant keeping(SaveVariant there, SaveVariant wanted) {
    boolean sameChoice = there.options().equals(wanted.options());
    return new SaveVariant(
        wanted.sku(),
        wanted.name() == null && sameChoice ? there.name() : wanted.name(),
        wanted.options(),
        wanted.priceAdjustment(),
        wanted.compareAtPrice(),
        wanted.allowBackorder(),
        wanted.imageUrl(),
        wanted.active());
  }

  private static SaveProduct spelledOut(SaveProduct product) {
    boolean digital = isTrue(product.digital());
    return new SaveProduct(
        product.categoryId(),
        product.locale(),
        product.name(),
        product.description(),
        product.shortDescription(),
        product.sku(),
        product.barcode(),
        product.brand(),
        product.costPrice(),
        plain(product.taxRate() == null ? BigDecimal.ZERO : product.taxRate()),
        plain(product.weightKg()),
        plain(product.lengthCm()),
        plain(product.widthCm()),
        plain(product.heightCm()),
        product.visibility() == null ? ProductVisibility.PUBLIC : product.visibility(),
        product.tags(),
        digital,
        product.requiresShipping() == null ? !digital : product.requiresShipping(),
        product.lowStockThreshold(),
        isTrue(product.allowBackorder()),
        product.minOrderQuantity() == null ? 1 : product.minOrderQuantity(),
        product.maxOrderQuantity(),
        product.metaTitle(),
        product.metaDescription(),
        product.metaKeywords(),
        product.translations().stream()
            .sorted(Comparator.comparing(each -> each.locale().name()))
            .toList(),
        product.attributes(),
        product.options(),
        product.images());
  }

  private static SaveVariant spelledOut(SaveVariant variant) {
    return new SaveVariant(
        variant.sku(),
        variant.name(),
        variant.options(),
        variant.priceAdjustment() == null ? Money.ZERO : variant.priceAdjustment(),
        variant.compareAtPrice(),
        isTrue(variant.allowBackorder()),
        variant.imageUrl(),
        !Boolean.FALSE.equals(variant.active()));
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private static boolean isTrue(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
