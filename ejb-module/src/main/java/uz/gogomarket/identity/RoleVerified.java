package uz.gogomarket.identity;

import uz.gogomarket.platform.DomainEvent;

/** An admin approved a role that an account had asked for. */
public record RoleVerified(long userId, UserRole role) implements DomainEvent {

  @Override
  public String topic() {
    return "user.role_verified";
  }

  @Override
  public long aggregateId() {
    return userId;
  }
}
