package uz.gogomarket.disputes;

import uz.gogomarket.platform.Money;

/**
 * What the tasklist's form shows of a dispute that is to be decided.
 *
 * @param openedBy buyer or seller
 * @param refundable the most that can go back to the buyer
 * @param conversation what was said, oldest first; of a long talk the beginning and the end of what
 *     each side has said
 * @param leftOut a sentence about what is not in it; empty where nothing is left out
 */
public record DecisionCase(
    long disputeId,
    String orderNumber,
    String openedBy,
    DisputeType type,
    Money refundable,
    String conversation,
    String leftOut) {}
