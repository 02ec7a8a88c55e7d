package uz.gogomarket.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A picture by its address; the first in the list is the one that listings show. */
public record ProductImage(
    @NotBlank @Size(max = 2000) @Pattern(regexp = ProductImage.WEB_ADDRESS) String url,
    @Nullable @Size(max = 2000) @Pattern(regexp = ProductImage.WEB_ADDRESS) String thumbnailUrl,
    @Nullable @Size(max = 255) String altText) {

  /**
   * http or https with a host, or a path under {@code /media/} of the marketplace's own; without
   * blanks, quotes or angle brackets.
   */
  public static final String WEB_ADDRESS =
      "https?://[^\\s/\"'<>]+(/[^\\s\"'<>]*)?|/media/[^\\s\"'<>]+";
}
