package uz.gogomarket.dispatch;

import java.util.List;
import uz.gogomarket.platform.Money;

/** Cash that was booked. */
public record CashHandIn(long courierId, List<String> orderNumbers, Money amount) {}
