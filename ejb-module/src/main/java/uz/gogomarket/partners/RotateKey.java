package uz.gogomarket.partners;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new secret.
 *
 * @param overlapHours how long the old secret stays good besides the new one; 24 where absent, 0
 *     ends it at once
 */
public record RotateKey(@Min(0) @Max(168) @Nullable Integer overlapHours) {

  private static final int DEFAULT_OVERLAP_HOURS = 24;

  int hours() {
    return overlapHours == null ? DEFAULT_OVERLAP_HOURS : overlapHours;
  }
}
