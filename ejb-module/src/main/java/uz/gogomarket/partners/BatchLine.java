package uz.gogomarket.partners;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import uz.gogomarket.platform.Internal;

/** The transaction of one line of a batch. */
@Stateless
@Internal
public class BatchLine {

  @Inject RequestOnce once;

  /** Does the work and keeps its result, or answers the result that was kept. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public LineResult run(String key, byte[] fingerprint, Supplier<LineResult> work) {
    return once.run(key, fingerprint, LineResult.class, work).result();
  }
}
