package uz.gogomarket.disputes;

import java.time.Instant;
import java.util.List;

/**
 * What somebody said in a dispute.
 *
 * @param by buyer, seller or admin
 */
public record DisputeMessage(
    long id, String by, String content, List<String> attachments, Instant createdAt) {

  public DisputeMessage {
    attachments = List.copyOf(attachments);
  }
}
