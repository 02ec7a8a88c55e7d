package uz.gogomarket.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.gogomarket.runtime.demo.DemoMarketplace;

/** Buyers and couriers of the demo marketplace, logged in, with all that they need. */
final class People {
  static final String HEADING = "token,addressId,number";

  private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ORDER = Pattern.compile("\"orderNumber\"\\s*:\\s*\"([^\"]+)\"");
  private static final String COURIERS =
      "select email from users where role = 'courier' and status = 'active' order by id limit 200";
  private static final String BUYERS =
      """
      select u.id || ',' || u.email || ',' || min(a.id)
      from users u join user_addresses a on a.user_id = u.id
      where u.role = 'buyer' and u.status = 'active' and u.email like '%@mail.example'
        and a.type = 'delivery' and a.deleted_at is null
        and not exists (select from carts c where c.user_id = u.id and c.status = 'active')
        and exists (select from orders o where o.buyer_id = u.id)
      group by u.id order by u.id
      limit\s""";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI url;

  People(URI url) {
    this.url = url;
  }

  /** Lines of {@link Feeds#SHOPPERS}: a token and an address for each, and money in the wallet. */
  List<String> shoppers(Connection database, int count)
      throws SQLException, IOException, InterruptedException {
    String accountant = logIn("accounting@gogomarket.example");
    List<String> shoppers = new ArrayList<>();
    for (String buyer : Feeds.lines(database, BUYERS + count)) {
      String[] parts = buyer.split(",", -1);
      deposit(accountant, parts[0]);
      shoppers.add(logIn(parts[1]) + "," + parts[2] + ",");
    }
    if (shoppers.size() < count) {
      throw new IllegalStateException("Only " + shoppers.size() + " buyers can be shoppers");
    }
    return shoppers;
  }

  /** Likewise: a token and the number of an order on its way. */
  List<String> couriers(Connection database, int count)
      throws SQLException, IOException, InterruptedException {
    List<String> couriers = new ArrayList<>();
    for (String email : Feeds.lines(database, COURIERS)) {
      if (couriers.size() == count) {
        break;
      }
      String token = logIn(email);
      for (String status : List.of("in_transit", "picked_up", "ready_for_pickup")) {
        Matcher order =
            ORDER.matcher(send(get("/api/v1/courier/deliveries?status=" + status, token)));
        if (order.find()) {
          if (status.equals("ready_for_pickup")) {
            String unused = send(pickUp(order.group(1), token));
          }
          couriers.add(token + ",," + order.group(1));
          break;
        }
      }
    }
    if (couriers.size() < count) {
      throw new IllegalStateException(
          "Only " + couriers.size() + " couriers have an order to bring");
    }
    return couriers;
  }

  private String logIn(String email) throws IOException, InterruptedException {
    String body =
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, DemoMarketplace.PASSWORD);
    String answer = send(post("/api/v1/auth/login", body));
    Matcher token = TOKEN.matcher(answer);
    if (!token.find()) {
      throw new IllegalStateException("No token for " + email);
    }
    return token.group(1);
  }

  private void deposit(String accountant, String userId) throws IOException, InterruptedException {
    String unique = UUID.randomUUID().toString();
    String body =
        """
        {"amount": {"amount": "9000000000.00", "currency": "UZS"}, "source": "bank",
         "reference": "benchmark %s"}\
        """
            .formatted(unique);
    String unused =
        send(
            post("/api/v1/admin/wallets/" + userId + "/deposits", body)
                .header("Authorization", "Bearer " + accountant)
                .header("Idempotency-Key", unique));
  }

  private HttpRequest.Builder get(String path, String token) {
    return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder pickUp(String order, String token) {
    return post("/api/v1/courier/deliveries/" + order + "/pick-up", "{}")
        .header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(url.resolve(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.request().uri() + " answered " + response.body());
    }
    return response.body();
  }
}
