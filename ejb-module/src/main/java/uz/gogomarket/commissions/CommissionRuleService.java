package uz.gogomarket.commissions;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.StaleVersion;

/** The rules, for the administrators who set them. Every change is audited. */
@Stateless
@Allow(Permissions.COMMISSIONS_MANAGE)
public class CommissionRuleService {

  static final int MAX_RULES = 1000;

  @Inject RuleTable table;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Event<CommissionRulesChanged> changed;

  /** The rules in the order in which they are tried. */
  public Page<CommissionRuleView> list(PageRequest request) {
    List<CommissionRuleView> rules =
        table.after(request.afterId(Integer.MIN_VALUE), request.fetchSize());
    return Page.of(rules, request, rule -> Cursor.of(rule.position()));
  }

  public CommissionRuleView get(long id) {
    return table.find(id).orElseThrow(() -> new NotFound("commission rule", id));
  }

  /**
   * Adds a rule before the first one that matches everything, or else at the end.
   *
   * @throws Conflict {@code too_many_rules} beyond {@value #MAX_RULES}
   */
  @Elevated
  public CommissionRuleView create(SaveCommissionRule rule) {
    check(rule);
    List<RuleTable.Place> places = table.lockAll();
    if (places.size() >= MAX_RULES) {
      throw new Conflict("too_many_rules", "There are " + MAX_RULES + " rules already.");
    }
    int last = places.isEmpty() ? 0 : places.get(places.size() - 1).position();
    long id = table.insert(rule, Math.addExact(last, 1));
    List<Long> order = new ArrayList<>(places.stream().map(RuleTable.Place::id).toList());
    int catchAll =
        places.stream()
            .filter(RuleTable.Place::matchesAll)
            .findFirst()
            .map(places::indexOf)
            .orElse(order.size());
    order.add(catchAll, id);
    table.arrange(order);
    CommissionRuleView made = get(id);
    audit.record("commission_rule.created", "commission_rule", id, null, made);
    changed.fire(new CommissionRulesChanged());
    return made;
  }

  /**
   * Replaces what a rule says; its place stays.
   *
   * @throws StaleVersion if it is not at this version any more
   */
  @Elevated
  public CommissionRuleView update(long id, int version, SaveCommissionRule rule) {
    check(rule);
    CommissionRuleView before = lock(id, version);
    table.update(id, rule);
    CommissionRuleView after = get(id);
    audit.record("commission_rule.updated", "commission_rule", id, before, after);
    changed.fire(new CommissionRulesChanged());
    return after;
  }

  /**
   * Moves a rule to the place before another one, or to the end.
   *
   * @param before the rule that is tried next
   * @throws StaleVersion if the rule is not at this version any more
   */
  public CommissionRuleView move(long id, int version, @Nullable Long before) {
    List<Long> order = new ArrayList<>(table.lockAll().stream().map(RuleTable.Place::id).toList());
    CommissionRuleView old = lock(id, version);
    if (before != null && (before == id || !order.contains(before))) {
      throw InvalidInput.of("before", "unknown_rule");
    }
    order.remove(id);
    order.add(before == null ? order.size() : order.indexOf(before), id);
    table.arrange(order);
    table.touch(id);
    CommissionRuleView moved = get(id);
    audit.record("commission_rule.moved", "commission_rule", id, old, moved);
    changed.fire(new CommissionRulesChanged());
    return moved;
  }

  /**
   * Forgets a rule that never decided anything.
   *
   * @throws Conflict {@code rule_in_use} if it did: it can be switched off instead
   */
  @Elevated
  public void delete(long id, int version) {
    CommissionRuleView before = lock(id, version);
    if (table.hasDecided(id)) {
      throw new Conflict("rule_in_use", "Orders were placed under this rule; switch it off.");
    }
    table.delete(id);
    audit.record("commission_rule.deleted", "commission_rule", id, before, null);
    changed.fire(new CommissionRulesChanged());
  }

  private CommissionRuleView lock(long id, int version) {
    CommissionRuleView rule = table.lock(id).orElseThrow(() -> new NotFound("commission rule", id));
    if (rule.version() != version) {
      throw new StaleVersion();
    }
    actors.requireUninvolved(rule.sellerId());
    return rule;
  }

  private void check(SaveCommissionRule rule) {
    rule.check();
    actors.requireUninvolved(rule.sellerId());
    RuleTable.Known known = table.knows(rule.sellerId(), rule.categoryId());
    if (!known.seller()) {
      throw InvalidInput.of("sellerId", "unknown_seller");
    }
    if (!known.category()) {
      throw InvalidInput.of("categoryId", "unknown_category");
    }
  }
}
