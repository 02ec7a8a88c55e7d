package uz.gogomarket.web.soap;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as the schemas write them; what is generated from the schemas uses it. */
public final class XmlTime {

  private XmlTime() {}

  /** An instant out of an {@code xs:dateTime} with a zone. */
  public static Instant parse(String text) {
    return OffsetDateTime.parse(text.strip()).toInstant();
  }

  /** In UTC. */
  public static String print(Instant time) {
    return time.toString();
  }
}
