package uz.gogomarket.dispatch;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.NotFound;

/** Lets a buyer follow his order. */
@Stateless
@AllowAnyone
public class TrackingService {

  @Inject Deliveries deliveries;
  @Inject Actors actors;

  /** Where an order of the acting user or guest is. */
  public Tracking track(String number) {
    return deliveries
        .tracking(number, actors.buyer())
        .orElseThrow(() -> new NotFound("order", number));
  }
}
