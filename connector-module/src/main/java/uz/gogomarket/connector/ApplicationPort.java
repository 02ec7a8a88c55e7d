package uz.gogomarket.connector;

/** Where the application listens. */
public final class ApplicationPort extends GuardedPort {

  public ApplicationPort() {
    super(
        Wires.watched(
            new OpeningRules(
                new ApplicationRules(
                    new HostNames(System.getProperty("gogomarket.http.hosts", ""))),
                System.getProperty("gogomarket.http.opens-with", ""))));
  }
}
