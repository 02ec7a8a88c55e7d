package uz.gogomarket.identity;

import uz.gogomarket.platform.DomainEvent;

/** An admin took a role away that an account had. */
public record RoleWithdrawn(long userId, UserRole role) implements DomainEvent {

  @Override
  public String topic() {
    return "user.role_withdrawn";
  }

  @Override
  public long aggregateId() {
    return userId;
  }
}
