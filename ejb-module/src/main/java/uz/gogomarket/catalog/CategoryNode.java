package uz.gogomarket.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A category and what is below it, in the language of the request. */
public record CategoryNode(
    long id,
    String slug,
    String name,
    @Nullable String description,
    @Nullable String iconUrl,
    @Nullable String imageUrl,
    List<CategoryNode> children) {

  public CategoryNode {
    children = List.copyOf(children);
  }
}
