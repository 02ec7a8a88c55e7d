package uz.gogomarket.connector;

/** Where the server's administration listens, if at all. */
public final class AdministrationPort extends GuardedPort {

  public AdministrationPort() {
    super(Wires.watched(new AdministrationRules()));
  }
}
