package uz.gogomarket.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Sql;

/**
 * The active rules, kept for a few seconds: a change is seen by this server at once, by others when
 * their copy is over.
 */
@ApplicationScoped
class CommissionRules {

  private static final Duration KEPT = Duration.ofSeconds(5);

  private static final String ACTIVE =
      """
      select r.id, r.seller_id, r.min_price, r.max_price, r.starts_at, r.ends_at, r.rate,
        case when r.category_id is null then cast('{}' as bigint[]) else (
          with recursive tree (id) as (
            select r.category_id
            union
            select c.id from categories c join tree t on c.parent_id = t.id)
          select array_agg(id) from tree) end as category_ids
      from commission_rules r
      where r.is_active and (r.ends_at is null or r.ends_at > now())
      order by r.position
      """;

  @Inject Sql sql;
  @Inject Clock clock;

  private volatile @Nullable Copy copy;

  CommissionPolicy current() {
    Copy kept = copy;
    Instant now = clock.instant();
    if (kept == null || now.isAfter(kept.goodUntil())) {
      kept = new Copy(load(), now.plus(KEPT));
      copy = kept;
    }
    return kept.policy();
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommissionRulesChanged event) {
    copy = null;
  }

  private CommissionPolicy load() {
    return new CommissionPolicy(sql.list(ACTIVE, CommissionRule.class));
  }

  private record Copy(CommissionPolicy policy, Instant goodUntil) {}
}
