package uz.gogomarket.identity;

import java.util.List;

/** All that an admin sees of an account. */
public record UserDetail(
    AccountView account, List<RoleRequestView> roles, List<AdminRoleView> adminRoles) {}
