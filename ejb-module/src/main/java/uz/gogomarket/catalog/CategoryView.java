package uz.gogomarket.catalog;

import java.time.Instant;
import uz.gogomarket.platform.Editable;

/** A category as an admin sees it; {@link SaveCategory} comes back in the same shape. */
public record CategoryView(
    long id, int version, int level, SaveCategory category, Instant updatedAt)
    implements Editable {}
