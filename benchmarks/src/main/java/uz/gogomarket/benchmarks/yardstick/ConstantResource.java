package uz.gogomarket.benchmarks.yardstick;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What a request costs that does nothing. */
@Path("constant")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConstantResource {

  @EJB Constants constants;

  @GET
  public String constant(@QueryParam("bytes") int bytes) {
    return constants.ofLength(bytes);
  }
}
