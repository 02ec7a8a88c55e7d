package uz.gogomarket.partners;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.function.Supplier;
import uz.gogomarket.platform.Internal;

/** The transaction of some lines of a batch. */
@Stateless
@Internal
public class BatchLines {

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<LineResult> run(Supplier<List<LineResult>> work) {
    return work.get();
  }
}
