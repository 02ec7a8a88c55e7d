package uz.gogomarket.orders;

import java.util.List;
import java.util.Optional;

/** Deliveries as orders need them; whoever brings the goods keeps them. */
public interface DeliveryRegister {

  /** Orders that were just placed will have to be brought. */
  void enter(List<Long> orderIds);

  /**
   * What the buyer tells the courier at the door.
   *
   * @return nothing where nothing is brought, or whoever acts may not see it
   */
  Optional<String> codeOf(long orderId);
}
