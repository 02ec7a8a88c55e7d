package uz.gogomarket.containertests;

import uz.gogomarket.platform.DomainEvent;

/** Something that only tests do; deployed beside the EJBs. */
public record TestHappened(long id, int number) implements DomainEvent {

  static final String TOPIC = "test.happened";

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public long aggregateId() {
    return id;
  }
}
