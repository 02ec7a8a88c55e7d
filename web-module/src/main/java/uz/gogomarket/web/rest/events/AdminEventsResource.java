package uz.gogomarket.web.rest.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.ConsumerView;
import uz.gogomarket.platform.DeadLetter;
import uz.gogomarket.platform.OutboxService;
import uz.gogomarket.platform.Page;
import uz.gogomarket.web.rest.Paging;

/** What of the marketplace's events has not arrived, and what to do about it. */
@Path("admin/events")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin: events")
public class AdminEventsResource {

  @Inject OutboxService outbox;

  /** A list in an object, so that it can grow. */
  public record ConsumerList(List<ConsumerView> items) {}

  /** From when on. */
  public record ReplayEvents(@NotNull Instant from) {}

  /**
   * What is delivered again.
   *
   * @param messages how many
   */
  public record Replay(int messages) {}

  @GET
  @Path("consumers")
  @Operation(summary = "List the consumers of events, and how far each is")
  public ConsumerList consumers() {
    return new ConsumerList(outbox.consumers());
  }

  @POST
  @Path("consumers/{consumer}/replay")
  @Operation(
      summary = "Deliver events to a consumer again",
      description =
          "All of its topics from a time on, at most 30 days back, each with the id that it had."
              + " Other consumers hear nothing of it.")
  public Replay replay(@PathParam("consumer") String consumer, ReplayEvents since) {
    return new Replay(outbox.replay(consumer, since.from()));
  }

  @GET
  @Path("dead-letters")
  @Operation(
      summary = "List the messages that were given up, the newest first",
      description =
          "What a consumer could not handle in about three days. Later events of the same aggregate"
              + " wait behind it.")
  public Page<DeadLetter> deadLetters(
      @QueryParam("consumer")
          @Parameter(
              description = "Only those of this consumer",
              schema = @Schema(type = SchemaType.STRING, maxLength = 50))
          @Nullable String consumer,
      @BeanParam Paging paging) {
    return outbox.deadLetters(consumer, paging.request());
  }

  @POST
  @Path("dead-letters/{consumer}/{messageId: \\d{1,18}}/restart")
  @Operation(
      summary = "Deliver a message that was given up once more",
      description = "It gets as many attempts as a new one; what waits behind it follows.")
  public void restart(
      @PathParam("consumer") String consumer, @PathParam("messageId") long messageId) {
    outbox.restart(consumer, messageId);
  }

  @POST
  @Path("dead-letters/{consumer}/{messageId: \\d{1,18}}/skip")
  @Operation(
      summary = "Leave a message out that was given up",
      description = "Its consumer never gets it; what waits behind it goes on.")
  public void skip(@PathParam("consumer") String consumer, @PathParam("messageId") long messageId) {
    outbox.skip(consumer, messageId);
  }
}
