package uz.gogomarket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.Permissions;

class GrantsTest {

  @Test
  void aBuyerHasNoPermissions() {
    Grants grants = Grants.of(List.of("buyer", "seller"), List.of(), List.of("users.manage"));
    assertThat(grants.roles()).containsExactly("buyer", "seller");
    assertThat(grants.permissions()).isEmpty();
  }

  @Test
  void theRoleOfAnAdminComesFromAnAdminRoleOnly() {
    assertThat(Grants.of(List.of("admin"), List.of(), List.of()).roles()).isEmpty();
    assertThat(Grants.of(List.of(), List.of(AdminRoleType.ACCOUNTING), List.of()).roles())
        .containsExactly("admin");
  }

  @Test
  void addedPermissionsCountWhereTheyAreKnown() {
    Grants grants =
        Grants.of(
            List.of("buyer"),
            List.of(AdminRoleType.TECHNICAL_ACCESS),
            List.of("disputes.decide", "system"));
    assertThat(grants.all())
        .containsExactly(
            "admin", "audit.read", "buyer", "disputes.decide", "events.manage", "settings.manage");
  }

  @Test
  void aSuperAdminMayDoEverything() {
    assertThat(Grants.of(List.of(), List.of(AdminRoleType.SUPER_ADMIN), List.of()).permissions())
        .containsExactlyInAnyOrderElementsOf(Permissions.ALL);
  }
}
