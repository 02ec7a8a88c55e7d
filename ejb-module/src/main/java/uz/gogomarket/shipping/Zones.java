package uz.gogomarket.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** The queries on zones and tariffs. */
@ApplicationScoped
class Zones {

  private static final String ZONE_WITH_TARIFF =
      """
      select z.id, z.name, z.description, z.city, z.districts, cast(z.polygon as text) as polygon,
             z.is_active, z.version, t.id as tariff_id, t.name as tariff_name, t.base_cost,
             t.cost_per_km, t.cost_per_kg, t.min_order_amount, t.free_delivery_threshold,
             t.estimated_hours
      from delivery_zones z left join delivery_tariffs t on t.zone_id = z.id and t.is_active
      """;

  @Inject Sql sql;

  /**
   * The tariff for a destination. The polygon is asked with a box of no size around the point: so
   * asked, PostgreSQL uses the GiST index, which it does not for a plain point.
   */
  Optional<Tariff> tariffFor(Destination destination) {
    @Nullable BigDecimal latitude =
        destination.position() == null ? null : destination.position().latitude();
    @Nullable BigDecimal longitude =
        destination.position() == null ? null : destination.position().longitude();
    return sql.first(
        """
        with here as (
          select point(cast(? as double precision), cast(? as double precision)) as position),
        found as (
          select z.*, 1 as closeness
          from here, delivery_zones z
          where z.is_active and z.polygon @> polygon(box(here.position, here.position))
          union all
          select z.*, case when z.districts = '[]' then 3 else 2 end
          from delivery_zones z
          where z.is_active and lower(z.city) = lower(?)
            and ((z.districts = '[]' and z.polygon is null)
                 or exists (select from jsonb_array_elements_text(z.districts) d
                            where lower(d) = lower(cast(? as text)))))
        select z.id as zone_id, z.name as zone_name, cast(point(z.polygon) as text) as centre,
               t.id, t.base_cost, t.cost_per_km, t.cost_per_kg, t.min_order_amount,
               t.free_delivery_threshold, coalesce(t.estimated_hours, 72) as estimated_hours
        from found z join delivery_tariffs t on t.zone_id = z.id and t.is_active
        order by z.closeness, z.id limit 1
        """,
        Zones::tariff,
        longitude,
        latitude,
        destination.city().strip(),
        destination.district() == null ? null : destination.district().strip());
  }

  List<ZoneView> page(long afterId, int limit) {
    return sql.list(
        ZONE_WITH_TARIFF + " where z.id > ? order by z.id limit ?", Zones::view, afterId, limit);
  }

  Optional<ZoneView> zone(long id) {
    return sql.first(ZONE_WITH_TARIFF + " where z.id = ?", Zones::view, id);
  }

  private static Tariff tariff(Row row) throws SQLException {
    String centre = row.stringOrNull("centre");
    return new Tariff(
        row.longValue("zone_id"),
        row.string("zone_name"),
        row.longValue("id"),
        row.money("base_cost"),
        row.money("cost_per_km"),
        row.money("cost_per_kg"),
        row.money("min_order_amount"),
        row.moneyOrNull("free_delivery_threshold"),
        row.intValue("estimated_hours"),
        centre == null ? null : points(centre).get(0));
  }

  private static ZoneView view(Row row) throws SQLException {
    String polygon = row.stringOrNull("polygon");
    Long tariffId = row.longOrNull("tariff_id");
    return new ZoneView(
        row.longValue("id"),
        row.string("name"),
        row.stringOrNull("description"),
        row.string("city"),
        List.of(row.json("districts", String[].class)),
        polygon == null ? null : points(polygon),
        row.bool("is_active"),
        tariffId == null ? null : tariffView(row, tariffId),
        row.intValue("version"));
  }

  private static TariffView tariffView(Row row, long id) throws SQLException {
    return new TariffView(
        id,
        row.string("tariff_name"),
        row.money("base_cost"),
        row.money("cost_per_km"),
        row.money("cost_per_kg"),
        row.money("min_order_amount"),
        row.moneyOrNull("free_delivery_threshold"),
        row.intValue("estimated_hours"));
  }

  /** PostgreSQL writes points as (longitude,latitude). */
  static List<GeoPoint> points(String text) {
    String[] numbers = text.replaceAll("[()]", "").split(",", -1);
    List<GeoPoint> points = new ArrayList<>(numbers.length / 2);
    for (int i = 0; i + 1 < numbers.length; i += 2) {
      points.add(new GeoPoint(new BigDecimal(numbers[i + 1]), new BigDecimal(numbers[i])));
    }
    return points;
  }

  static @Nullable String text(@Nullable List<GeoPoint> polygon) {
    return polygon == null
        ? null
        : polygon.stream()
            .map(
                p ->
                    "(%s,%s)"
                        .formatted(p.longitude().toPlainString(), p.latitude().toPlainString()))
            .collect(Collectors.joining(",", "(", ")"));
  }
}
