package uz.gogomarket.web.rest.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.platform.SettingService;
import uz.gogomarket.platform.SettingView;

/** What administrators can tune while the marketplace runs. */
@Path("")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
public class SettingsResource {

  @Inject SettingService settings;

  /** A new value, as text. */
  public record Change(@NotNull @Size(max = 10_000) @Schema(example = "14") String value) {}

  /** A list in an object, so that it can grow. */
  public record SettingList(List<SettingView> items) {}

  @GET
  @Path("settings")
  @Operation(summary = "List the public settings")
  public SettingList listPublic() {
    return new SettingList(settings.listPublic());
  }

  @GET
  @Path("admin/settings")
  @Operation(summary = "List all settings with their defaults")
  public SettingList list() {
    return new SettingList(settings.list());
  }

  @PUT
  @Path("admin/settings/{key}")
  @Operation(summary = "Change a setting")
  public SettingView change(@PathParam("key") String key, Change change) {
    return settings.change(key, change.value());
  }
}
