package uz.gogomarket.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.orders.DeliveryRegister;
import uz.gogomarket.platform.Cipher;
import uz.gogomarket.platform.Sql;

/**
 * The six digits that a buyer tells the courier at the door: made when the order is placed, kept
 * encrypted, seen by the buyer only.
 */
@ApplicationScoped
class DeliveryCodes implements DeliveryRegister {

  private static final int CODES = 1_000_000;

  @Inject Sql sql;
  @Inject Cipher cipher;

  private final SecureRandom random = new SecureRandom();

  @Override
  public void enter(List<Long> orderIds) {
    List<String> codes =
        orderIds.stream()
            .map(id -> cipher.encrypt("%06d".formatted(random.nextInt(CODES))))
            .toList();
    sql.update(
        """
        insert into deliveries (order_id, code)
        select e.order_id, e.code
        from unnest(cast(? as bigint[]), cast(? as text[])) as e (order_id, code)
        """,
        orderIds,
        codes);
  }

  @Override
  public Optional<String> codeOf(long orderId) {
    return sql.first(
            "select code from deliveries where order_id = ? and code is not null",
            String.class,
            orderId)
        .map(cipher::decrypt);
  }

  /** Whether somebody was told the code that is kept. */
  boolean isRight(@Nullable String kept, String told) {
    return kept != null
        && MessageDigest.isEqual(
            cipher.decrypt(kept).getBytes(StandardCharsets.UTF_8),
            told.getBytes(StandardCharsets.UTF_8));
  }
}
