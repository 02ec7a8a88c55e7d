package uz.gogomarket.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.ShownText;

/**
 * Opens an account.
 *
 * @param email kept in lower case
 * @param password at least 10 characters, at most 72 bytes, no common one; kept as a hash of its
 *     NFC form
 * @param phone optional, international or as dialled in Uzbekistan
 * @param locale optional; Uzbek where it is absent
 */
public record RegisterAccount(
    @NotBlank @Email @ShownText(oneScript = true) @Size(max = 254) String email,
    @NotNull @Size(max = 200) String password,
    @NotBlank @ShownText(oneScript = true) @Size(max = 100) String firstName,
    @NotBlank @ShownText(oneScript = true) @Size(max = 100) String lastName,
    @Size(max = 40) @Nullable String phone,
    @Nullable Language locale) {

  @Override
  public String toString() {
    return "RegisterAccount[email=" + email + "]";
  }
}
