package uz.gogomarket.wallets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Figure;
import uz.gogomarket.platform.Figures;

/**
 * Shows the last proof of the books to operators. It never says "down": books that do not balance
 * are a matter for people, and taking the server out of service would not mend them.
 */
@Readiness
@ApplicationScoped
class LedgerHealth implements HealthCheck, Figures {

  private static final Logger LOG = Logger.getLogger(LedgerHealth.class.getName());

  @Inject Actors actors;
  @Inject LedgerProofs proofs;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("ledger").up();
    latest()
        .ifPresent(
            proof ->
                answer
                    .withData("provedAt", proof.provedAt().toString())
                    .withData("balanced", proof.balanced())
                    .withData("findings", proof.findings().size())
                    .withData("entries", proof.entries())
                    .withData("wallets", proof.wallets()));
    return answer.build();
  }

  /** -1 where no proof has been made. */
  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "ledger_findings",
            "What the last proof of the books found wrong; -1 before the first proof",
            () -> proofs.latest().map(proof -> proof.findings().size()).orElse(-1)));
  }

  private Optional<LedgerProof> latest() {
    try {
      return actors.runAsSystem("health", proofs::latest);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The last proof cannot be read", e);
      return Optional.empty();
    }
  }
}
