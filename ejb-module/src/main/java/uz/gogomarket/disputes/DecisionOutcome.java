package uz.gogomarket.disputes;

import java.util.List;

/**
 * What a decision would do with the money, for whoever is about to decide.
 *
 * @param consequences a sentence each
 * @param confirmation what the decision has to be sent with; it is another one as soon as something
 *     else would happen
 */
public record DecisionOutcome(List<String> consequences, String confirmation) {

  public DecisionOutcome {
    consequences = List.copyOf(consequences);
  }
}
