package uz.gogomarket.web.rest.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uz.gogomarket.platform.SettingService;

/** What clients may know of the marketplace's settings. */
@Path("settings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirements
@Tag(name = "Settings")
public class SettingsResource {

  @Inject SettingService settings;

  @GET
  @Operation(summary = "List the public settings")
  public SettingList list() {
    return new SettingList(settings.listPublic());
  }
}
