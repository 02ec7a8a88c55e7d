package uz.gogomarket.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Opens a session with an e-mail address and a password. */
public record LogIn(
    @NotBlank @Size(max = 254) String email, @NotNull @Size(max = 200) String password) {

  @Override
  public String toString() {
    return "LogIn[email=" + email + "]";
  }
}
