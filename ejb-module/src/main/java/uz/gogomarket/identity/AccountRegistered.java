package uz.gogomarket.identity;

import uz.gogomarket.platform.DomainEvent;

/** A new account exists. Fired inside the transaction that creates it. */
public record AccountRegistered(long userId) implements DomainEvent {

  @Override
  public String topic() {
    return "user.registered";
  }

  @Override
  public long aggregateId() {
    return userId;
  }
}
