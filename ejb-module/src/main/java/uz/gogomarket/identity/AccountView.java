package uz.gogomarket.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Editable;

/**
 * One's own account.
 *
 * @param role the primary role
 * @param roles the verified roles; with {@code permissions} what a new token carries
 * @param permissions what an admin may do
 */
public record AccountView(
    long id,
    String uuid,
    String email,
    @Nullable String phone,
    String firstName,
    String lastName,
    @Nullable String avatarUrl,
    @Nullable LocalDate dateOfBirth,
    @Nullable String gender,
    UserRole role,
    UserStatus status,
    Language locale,
    List<String> roles,
    List<String> permissions,
    boolean emailVerified,
    boolean phoneVerified,
    Instant createdAt,
    int version)
    implements Editable {}
