package uz.gogomarket.commissions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Sql;

/** The statements on the table of rules. */
@ApplicationScoped
class RuleTable {

  private static final String COLUMNS =
      """
      select id, position, name, seller_id,
        (select n.name from seller_names n where n.user_id = commission_rules.seller_id)
          as seller_name,
        category_id,
        (select c.name from categories c where c.id = commission_rules.category_id)
          as category_name,
        min_price, max_price, starts_at, ends_at, rate, is_active as active, version, created_at,
        updated_at
      from commission_rules
      """;

  private static final String INSERT =
      """
      insert into commission_rules (position, name, seller_id, category_id, min_price, max_price,
        starts_at, ends_at, rate, is_active)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
      """;

  private static final String UPDATE =
      """
      update commission_rules set name = ?, seller_id = ?, category_id = ?, min_price = ?,
        max_price = ?, starts_at = ?, ends_at = ?, rate = ?, is_active = ?, version = version + 1
      where id = ?
      """;

  private static final String PLACES =
      """
      select id, position, seller_id is null and category_id is null and min_price is null
        and max_price is null and starts_at is null and ends_at is null as matches_all
      from commission_rules order by position for no key update
      """;

  /** Places are 10 apart; the unique constraint is looked at when the transaction commits. */
  private static final String ARRANGE =
      """
      update commission_rules r set position = o.place * 10
      from unnest(cast(? as bigint[])) with ordinality as o (id, place)
      where r.id = o.id and r.position <> o.place * 10
      """;

  private static final String KNOWS =
      """
      select cast(? as bigint) is null or exists (
          select from user_roles u where u.user_id = ? and u.role = 'seller') as seller,
        cast(? as bigint) is null or exists (
          select from categories c where c.id = ? and c.deleted_at is null) as category
      """;

  @Inject Sql sql;

  List<CommissionRuleView> after(long position, int limit) {
    return sql.list(
        COLUMNS + " where position > ? order by position limit ?",
        CommissionRuleView.class,
        position,
        limit);
  }

  Optional<CommissionRuleView> find(long id) {
    return sql.first(COLUMNS + " where id = ?", CommissionRuleView.class, id);
  }

  Optional<CommissionRuleView> lock(long id) {
    return sql.first(COLUMNS + " where id = ? for no key update", CommissionRuleView.class, id);
  }

  /** All rules in their order; nobody else moves, adds or removes one meanwhile. */
  List<Place> lockAll() {
    sql.lockName("commission rules");
    return sql.list(PLACES, Place.class);
  }

  long insert(SaveCommissionRule rule, int position) {
    return sql.one(
        INSERT,
        Long.class,
        position,
        rule.name().strip(),
        rule.sellerId(),
        rule.categoryId(),
        rule.minPrice(),
        rule.maxPrice(),
        rule.startsAt(),
        rule.endsAt(),
        rule.rate(),
        rule.active());
  }

  void update(long id, SaveCommissionRule rule) {
    sql.update(
        UPDATE,
        rule.name().strip(),
        rule.sellerId(),
        rule.categoryId(),
        rule.minPrice(),
        rule.maxPrice(),
        rule.startsAt(),
        rule.endsAt(),
        rule.rate(),
        rule.active(),
        id);
  }

  void arrange(List<Long> order) {
    sql.update(ARRANGE, order);
  }

  void touch(long id) {
    sql.update("update commission_rules set version = version + 1 where id = ?", id);
  }

  void delete(long id) {
    sql.update("delete from commission_rules where id = ?", id);
  }

  boolean hasDecided(long id) {
    return sql.one("select exists (select from commissions where rule_id = ?)", Boolean.class, id);
  }

  Known knows(@Nullable Long sellerId, @Nullable Long categoryId) {
    return sql.one(KNOWS, Known.class, sellerId, sellerId, categoryId, categoryId);
  }

  record Place(long id, int position, boolean matchesAll) {}

  record Known(boolean seller, boolean category) {}
}
