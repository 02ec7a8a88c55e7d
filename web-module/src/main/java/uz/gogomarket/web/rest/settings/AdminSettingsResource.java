package uz.gogomarket.web.rest.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.platform.SettingService;
import uz.gogomarket.platform.SettingView;
import uz.gogomarket.web.rest.IfMatch;

/** What administrators tune while the marketplace runs. */
@Path("admin/settings")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
public class AdminSettingsResource {

  @Inject SettingService settings;

  /** A new value, as text. */
  public record ChangeSetting(@NotNull @Size(max = 10_000) @Schema(example = "14") String value) {}

  @GET
  @Operation(summary = "List all settings with their defaults")
  public SettingList list() {
    return new SettingList(settings.list());
  }

  @GET
  @Path("{key}")
  @Operation(summary = "Read a setting and its version")
  public SettingView get(@PathParam("key") String key) {
    return settings.get(key);
  }

  @PUT
  @Path("{key}")
  @Operation(summary = "Change a setting")
  public SettingView change(
      @PathParam("key") String key, @BeanParam IfMatch read, ChangeSetting change) {
    return settings.change(key, change.value(), read.version());
  }
}
