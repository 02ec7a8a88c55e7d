package uz.gogomarket.platform;

/** A handler failed; carries the message so that it can be put off. */
class OutboxFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient OutboxMessage message;

  OutboxFailure(OutboxMessage message, RuntimeException cause) {
    super(cause);
    this.message = message;
  }

  OutboxMessage outboxMessage() {
    return message;
  }
}
