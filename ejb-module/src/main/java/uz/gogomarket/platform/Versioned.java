package uz.gogomarket.platform;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entity with an id of its own, whose changes are counted. */
@MappedSuperclass
public abstract class Versioned {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Version private int version;

  /**
   * @throws NullPointerException before it was written for the first time
   */
  public long id() {
    return Objects.requireNonNull(id, "not written yet");
  }

  public int version() {
    return version;
  }

  /**
   * @throws StaleVersion if it was changed since this version was read
   */
  public void requireVersion(int read) {
    if (version != read) {
      throw new StaleVersion();
    }
  }
}
