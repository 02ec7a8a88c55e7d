package uz.gogomarket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.StaleVersion;

/** Changes of one's own account. */
@ApplicationScoped
class Profiles {

  @Inject Sql sql;
  @Inject Clock clock;
  @Inject Audit audit;

  void update(long userId, UpdateProfile changes, int version) {
    String phone = phone(changes.phone());
    int changed =
        sql.update(
            "update users set first_name = coalesce(?::text, first_name),"
                + " last_name = coalesce(?::text, last_name),"
                + " phone = case when ?::text is null then phone else nullif(?, '') end,"
                + " phone_verified = phone_verified and (?::text is null or ? = phone),"
                + " avatar_url = case when ?::text is null then avatar_url else nullif(?, '') end,"
                + " locale = coalesce(?::locale_enum, locale), version = version + 1"
                + " where id = ? and version = ? and deleted_at is null",
            stripped(changes.firstName()),
            stripped(changes.lastName()),
            phone,
            phone,
            phone,
            phone,
            changes.avatarUrl(),
            changes.avatarUrl(),
            changes.locale(),
            userId,
            version);
    if (changed == 0) {
      throw new StaleVersion();
    }
    if (changes.dateOfBirth() != null || changes.gender() != null) {
      sql.update(
          "insert into customer_profiles as p (user_id, date_of_birth, gender) values (?, ?,"
              + " nullif(?, '')) on conflict (user_id) do update set date_of_birth ="
              + " coalesce(excluded.date_of_birth, p.date_of_birth), gender = case when ?::text is"
              + " null then p.gender else excluded.gender end",
          userId,
          changes.dateOfBirth(),
          changes.gender(),
          changes.gender());
    }
  }

  private static @Nullable String phone(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return written == null ? null : "";
    }
    return PhoneNumbers.e164(written.strip())
        .orElseThrow(() -> InvalidInput.of("phone", "not_phone"));
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }

  List<RoleRequestView> roles(long userId) {
    return sql.list(
        "select * from user_roles where user_id = ? order by requested_at, role",
        Profiles::roleRequest,
        userId);
  }

  /** A rejected request can be made again; one that waits or was granted cannot. */
  RoleRequestView requestRole(long userId, UserRole role, @Nullable String note) {
    Optional<RoleRequestView> made =
        sql.first(
            "insert into user_roles as r (user_id, role, note, requested_at) values (?, ?, ?, ?)"
                + " on conflict (user_id, role) do update set note = excluded.note,"
                + " requested_at = excluded.requested_at, rejected_at = null, verified_by = null,"
                + " decision_note = null where r.rejected_at is not null returning r.*",
            Profiles::roleRequest,
            userId,
            role,
            note,
            clock.instant());
    if (made.isEmpty()) {
      boolean held =
          sql.one(
              "select verified_at is not null as held from user_roles where user_id = ? and role ="
                  + " ?",
              row -> row.bool("held"),
              userId,
              role);
      String name = EnumConverter.label(role);
      throw held
          ? new Conflict("role_held", "This account is a " + name + " already.")
          : new Conflict(
              "role_requested", "The request to become a " + name + " waits for a decision.");
    }
    audit.record("role.requested", "user", userId, null, made.get());
    return made.get();
  }

  static RoleRequestView roleRequest(Row row) throws SQLException {
    var verifiedAt = row.instantOrNull("verified_at");
    var rejectedAt = row.instantOrNull("rejected_at");
    RoleRequestView.State state =
        verifiedAt != null
            ? RoleRequestView.State.VERIFIED
            : rejectedAt != null ? RoleRequestView.State.REJECTED : RoleRequestView.State.WAITING;
    return new RoleRequestView(
        row.enumValue("role", UserRole.class),
        state,
        row.stringOrNull("note"),
        row.stringOrNull("decision_note"),
        row.instant("requested_at"),
        verifiedAt != null ? verifiedAt : rejectedAt);
  }
}
