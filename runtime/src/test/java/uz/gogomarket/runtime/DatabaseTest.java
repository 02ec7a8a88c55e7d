package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseTest {
  private static final Credentials OWNER = new Credentials("owner", "secret-of-the-owner");
  private static final Credentials APP = new Credentials("app", "secret-of-the-app");

  @Test
  void the_application_gets_the_parameters_it_relies_on() {
    assertThat(new Database("jdbc:postgresql://h/d", OWNER, APP).applicationUrl())
        .startsWith("jdbc:postgresql://h/d?")
        .contains("currentSchema=public,engine", "stringtype=unspecified", "prepareThreshold=1")
        .contains("logServerErrorDetail=false")
        .contains("reWriteBatchedInserts=true", "tcpKeepAlive=true", "ApplicationName=gogomarket");
  }

  @Test
  void what_the_operator_wrote_stays() {
    assertThat(
            new Database("jdbc:postgresql://h/d?socketTimeout=7&ssl=true", OWNER, APP)
                .applicationUrl())
        .startsWith("jdbc:postgresql://h/d?socketTimeout=7&ssl=true&")
        .doesNotContain("socketTimeout=60");
  }

  @Test
  void passwords_are_not_printed() {
    assertThat(new Database("jdbc:postgresql://h/d", OWNER, APP).toString())
        .doesNotContain("secret");
  }
}
