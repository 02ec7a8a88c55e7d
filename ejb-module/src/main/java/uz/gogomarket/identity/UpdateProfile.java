package uz.gogomarket.identity;

import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.ShownText;

/**
 * Changes of one's own profile. What is absent stays; an empty text removes an optional value.
 *
 * @param avatarUrl an https address
 */
public record UpdateProfile(
    @Size(min = 1, max = 100)
        @Pattern(regexp = NOT_BLANK, message = "blank")
        @ShownText(oneScript = true)
        @Nullable String firstName,
    @Size(min = 1, max = 100)
        @Pattern(regexp = NOT_BLANK, message = "blank")
        @ShownText(oneScript = true)
        @Nullable String lastName,
    @Size(max = 40) @Nullable String phone,
    @Size(max = 2000) @Pattern(regexp = "|https://[^\\s\"<>]+", message = "not_https")
        @Nullable String avatarUrl,
    @Nullable Language locale,
    @Past @Nullable LocalDate dateOfBirth,
    @Size(max = 20) @Nullable String gender) {

  private static final String NOT_BLANK = "(?s).*\\S.*";
}
