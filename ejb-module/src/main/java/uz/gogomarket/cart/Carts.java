package uz.gogomarket.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** The queries on carts. */
@ApplicationScoped
class Carts {

  @Inject Sql sql;

  /** Whose cart: a user's or a guest's, never both. */
  record Owner(@Nullable Long userId, @Nullable Long guestId) {}

  /** A cart's row. */
  record Head(long id, int version) {}

  /** A cart and what is in it. */
  record Contents(Head head, List<CartLine> lines) {}

  /** The cart with its lines, in one statement; nothing is locked. */
  Optional<Contents> read(Owner owner) {
    List<CartLine> lines = new ArrayList<>();
    List<Head> heads =
        sql.list(
            """
            select c.id as cart_id, c.version, i.id, i.product_id, i.variant_id, i.quantity,
                   i.seen_price
            from carts c left join cart_items i on i.cart_id = c.id and i.product_id is not null
            where c.status = 'active' and\
            """
                + whose(owner)
                + " order by i.id limit ?",
            row -> {
              if (row.longOrNull("id") != null) {
                lines.add(line(row));
              }
              return new Head(row.longValue("cart_id"), row.intValue("version"));
            },
            id(owner),
            CartPolicy.MAX_LINES);
    return heads.stream().findFirst().map(head -> new Contents(head, lines));
  }

  /** Locks the cart before anything of it is read. */
  Optional<Head> lock(Owner owner) {
    return sql.first(
        "select id, version from carts where status = 'active' and"
            + whose(owner)
            + " for no key update",
        Carts::head,
        id(owner));
  }

  /** Locks the carts of two owners, in the order of their ids. */
  void lockBoth(Owner account, Owner guest) {
    sql.lock(
        """
        select id from carts
        where status = 'active' and (user_id = ? or guest_session_id = ?)
        """,
        account.userId(),
        guest.guestId());
  }

  /** Locks the cart for a change and counts it; makes the cart where there is none. */
  Head change(Owner owner) {
    String owned = owner.userId() != null ? "(user_id)" : "(guest_session_id)";
    return sql.one(
        "insert into carts (user_id, guest_session_id) values (?, ?) on conflict "
            + owned
            + " where status = 'active' do update set version = carts.version + 1"
            + " returning id, version",
        Carts::head,
        owner.userId(),
        owner.guestId());
  }

  List<CartLine> lines(long cartId) {
    return sql.list(
        """
        select id, product_id, variant_id, quantity, seen_price from cart_items
        where cart_id = ? and product_id is not null order by id limit ?
        """,
        Carts::line,
        cartId,
        CartPolicy.MAX_LINES);
  }

  /** Adds a line; returns its id. */
  long add(long cartId, ItemRef item, int quantity, Money price) {
    return sql.one(
        """
        insert into cart_items (cart_id, product_id, variant_id, quantity, seen_price)
        values (?, ?, ?, ?, ?) returning id
        """,
        row -> row.longValue("id"),
        cartId,
        item.productId(),
        item.variantId(),
        quantity,
        price);
  }

  void set(long lineId, int quantity, Money price) {
    sql.update(
        "update cart_items set quantity = ?, seen_price = ? where id = ?", quantity, price, lineId);
  }

  /** Notes the prices that the buyer sees now. */
  void seen(List<CartLine> lines) {
    sql.batch(
        "update cart_items set seen_price = ? where id = ?",
        lines.stream().map(line -> new @Nullable Object[] {line.seenPrice(), line.id()}).toList());
  }

  /** Takes lines of another cart over, and raises the quantities of lines that are here already. */
  void join(long cartId, List<CartLine> fresh, List<CartLine> more) {
    sql.batch(
        """
        insert into cart_items (cart_id, product_id, variant_id, quantity, seen_price)
        values (?, ?, ?, ?, ?)
        """,
        fresh.stream()
            .map(
                line ->
                    new @Nullable Object[] {
                      cartId,
                      line.item().productId(),
                      line.item().variantId(),
                      line.quantity(),
                      line.seenPrice()
                    })
            .toList());
    sql.batch(
        "update cart_items set quantity = ?, seen_price = ? where id = ?",
        more.stream()
            .map(line -> new @Nullable Object[] {line.quantity(), line.seenPrice(), line.id()})
            .toList());
  }

  void remove(long lineId) {
    sql.update("delete from cart_items where id = ?", lineId);
  }

  void clear(long cartId) {
    sql.update("delete from cart_items where cart_id = ?", cartId);
  }

  void close(long cartId, CartStatus status) {
    sql.update("update carts set status = ?, version = version + 1 where id = ?", status, cartId);
  }

  int abandonOfGuestsGoneBy(Instant now) {
    return sql.update(
        """
        update carts c set status = ?, version = c.version + 1 from guest_sessions g
        where g.id = c.guest_session_id and g.expires_at < ? and c.status = 'active'
        """,
        CartStatus.ABANDONED,
        now);
  }

  /** Ends the active cart, if there is one. */
  void convert(Owner owner) {
    sql.update(
        "update carts set status = 'converted', version = version + 1 where status = 'active' and"
            + whose(owner),
        id(owner));
  }

  private static String whose(Owner owner) {
    return owner.userId() != null ? " user_id = ?" : " guest_session_id = ?";
  }

  private static @Nullable Long id(Owner owner) {
    return owner.userId() != null ? owner.userId() : owner.guestId();
  }

  private static Head head(Row row) throws SQLException {
    return new Head(row.longValue("id"), row.intValue("version"));
  }

  private static CartLine line(Row row) throws SQLException {
    return new CartLine(
        row.longValue("id"),
        new ItemRef(row.longValue("product_id"), row.longOrNull("variant_id")),
        row.intValue("quantity"),
        row.money("seen_price"));
  }
}
