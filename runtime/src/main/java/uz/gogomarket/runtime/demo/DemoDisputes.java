package uz.gogomarket.runtime.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a few demo buyers open disputes, and some sellers answer them, over REST: a dispute and its
 * process belong together, and only the application makes both.
 */
final class DemoDisputes {
  private static final int WANTED = 9;

  private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ID =
      Pattern.compile("\"dispute\"\\s*:\\s*\\{\\s*\"id\"\\s*:\\s*(\\d+)");

  /**
   * Delivered, and some days of the hold left; at most three of a buyer, the demo buyer's first.
   */
  private static final String DISPUTABLE =
      """
      select order_number, buyer, seller
      from (select o.order_number, o.id, o.buyer_id, b.email as buyer, s.email as seller,
                   row_number() over (partition by o.buyer_id order by o.id desc) as nth
            from orders o join users b on b.id = o.buyer_id join users s on s.id = o.seller_id
            where o.status = 'delivered' and o.payment_status = 'paid' and o.settled_at is null
              and o.hold_until > now() + interval '3 days'
              and (o.payment_method <> 'cash' or o.cash_handed_in_at is not null)
              and o.buyer_id between 101 and 108
              and not exists (select from disputes d where d.order_id = o.id)) o
      where nth <= 3
      order by buyer_id <> 101, id limit\s""";

  private static final List<List<String>> COMPLAINTS =
      List.of(
          List.of("product_issue", "Ekrani singan holda keldi, qutisi ham ezilgan."),
          List.of("product_issue", "Пришёл другой цвет, чем на фото. Хочу вернуть деньги."),
          List.of("delivery_issue", "Kuryer kechikdi va buyumlardan biri yo'q edi."),
          List.of("product_issue", "The size is wrong: I ordered L and got S."),
          List.of("payment_issue", "С меня взяли больше, чем было в заказе."));

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, String> tokens = new HashMap<>();
  private final URI url;

  DemoDisputes(URI url) {
    this.url = url;
  }

  private record Order(String number, String buyer, String seller) {}

  /** Opens what is missing, so that a start that was interrupted goes on where it ended. */
  void open(Connection database) throws SQLException, IOException, InterruptedException {
    List<Order> orders = disputable(database);
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      List<String> complaint = COMPLAINTS.get(i % COMPLAINTS.size());
      String opened =
          post(
              "/api/v1/disputes",
              order.buyer(),
              "demo dispute " + order.number(),
              "{\"orderNumber\":\"%s\",\"type\":\"%s\",\"reason\":\"%s\"}"
                  .formatted(order.number(), complaint.get(0), complaint.get(1)));
      if (i % 2 == 0) {
        String unused =
            post(
                "/api/v1/disputes/" + found(ID, opened) + "/answer",
                order.seller(),
                "demo answer " + order.number(),
                "{\"content\":\"Mahsulot omborimizdan butun holda chiqqan. Suratlarni yuboring.\"}");
      }
    }
  }

  private static List<Order> disputable(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      int missing;
      try (ResultSet rows = statement.executeQuery("select count(*) from disputes")) {
        missing = rows.next() ? Math.max(WANTED - rows.getInt(1), 0) : 0;
      }
      List<Order> orders = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(DISPUTABLE + missing)) {
        while (rows.next()) {
          orders.add(new Order(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
      return orders;
    }
  }

  private String token(String email) throws IOException, InterruptedException {
    String known = tokens.get(email);
    if (known != null) {
      return known;
    }
    String body =
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, DemoMarketplace.PASSWORD);
    String token = found(TOKEN, send(request("/api/v1/auth/login", body)));
    tokens.put(email, token);
    return token;
  }

  private String post(String path, String email, String key, String body)
      throws IOException, InterruptedException {
    return send(
        request(path, body)
            .header("Authorization", "Bearer " + token(email))
            .header("Idempotency-Key", key));
  }

  private HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(url.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(response.request().uri() + " answered " + response.body());
    }
    return response.body();
  }

  private static String found(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("Not what was expected: " + text);
    }
    return matcher.group(1);
  }
}
