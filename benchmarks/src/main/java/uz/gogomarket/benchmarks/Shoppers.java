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

/** Buyers of the demo marketplace, logged in, with money in their wallets. */
final class Shoppers {
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
  private static final String BUYERS =
      """
      select u.id || ',' || u.email || ',' || min(a.id)
      from users u join user_addresses a on a.user_id = u.id
      where u.role = 'buyer' and u.status = 'active' and u.email like '%@mail.example'
        and a.type = 'delivery' and a.deleted_at is null
        and not exists (select from carts c where c.user_id = u.id and c.status = 'active')
      group by u.id order by u.id
      limit\s""";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI url;

  Shoppers(URI url) {
    this.url = url;
  }

  /** Lines of {@link Feeds#SHOPPERS}: a token and an address for each. */
  List<String> ready(Connection database, int count)
      throws SQLException, IOException, InterruptedException {
    String accountant = logIn("accounting@gogomarket.example");
    List<String> shoppers = new ArrayList<>();
    for (String buyer : Feeds.lines(database, BUYERS + count)) {
      String[] parts = buyer.split(",", -1);
      deposit(accountant, parts[0]);
      shoppers.add(logIn(parts[1]) + "," + parts[2]);
    }
    return shoppers;
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
         "reference": "benchmark %s"}"""
            .formatted(unique);
    String unused =
        send(
            post("/api/v1/admin/wallets/" + userId + "/deposits", body)
                .header("Authorization", "Bearer " + accountant)
                .header("Idempotency-Key", unique));
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
