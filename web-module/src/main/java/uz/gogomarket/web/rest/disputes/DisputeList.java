package uz.gogomarket.web.rest.disputes;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.disputes.DisputeStatus;

/** What lists of disputes have in common. */
public class DisputeList {

  @QueryParam("status")
  @Parameter(description = "Only disputes in this status", example = "in_progress")
  @Nullable DisputeStatus status;
}
