package uz.gogomarket.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Replaces one's password; the one until now is asked for again. */
public record ChangePassword(
    @NotNull @Size(max = 200) String currentPassword,
    @NotNull @Size(max = 200) String newPassword) {

  @Override
  public String toString() {
    return "ChangePassword[]";
  }
}
