package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

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
  void what_the_code_relies_on_no_url_takes_away() {
    assertThat(
            new Database("jdbc:postgresql://h/d?stringtype=varchar&ssl=true", OWNER, APP)
                .applicationUrl())
        .contains("stringtype=unspecified", "ssl=true")
        .doesNotContain("varchar");
  }

  @Test
  void every_connection_has_what_the_code_relies_on() {
    Database database = new Database("jdbc:postgresql://h/d", OWNER, APP);

    assertThat(List.of(database.ownerDataSource(), database.applicationDataSource()))
        .allSatisfy(
            source ->
                assertThat(((PGSimpleDataSource) source).getUrl())
                    .contains("stringtype=unspecified", "reWriteBatchedInserts=true")
                    .contains("prepareThreshold=1", "currentSchema=public"));
  }

  @Test
  void passwords_are_not_printed() {
    assertThat(new Database("jdbc:postgresql://h/d", OWNER, APP).toString())
        .doesNotContain("secret");
  }
}
