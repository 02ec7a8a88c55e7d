package uz.gogomarket.wallets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.Sql;

/** Proves the books and remembers what came of it. */
@Stateless
@Internal
public class LedgerProofs {

  /** How long the results are kept. */
  static final Duration KEPT = Duration.ofDays(90);

  private static final String LATEST =
      """
      select proved_at, took_ms, entries, wallets, balanced, findings
      from ledger_proofs order by proved_at desc limit 1
      """;

  @Inject Sql sql;
  @Inject Json json;
  @Inject BooksCheck check;

  /** Proves the books now and keeps the result. */
  public LedgerProof prove() {
    LedgerProof proof = check.run();
    sql.update(
        "insert into ledger_proofs (proved_at, took_ms, entries, wallets, findings)"
            + " values (?, ?, ?, ?, cast(? as jsonb))",
        proof.provedAt(),
        proof.tookMillis(),
        proof.entries(),
        proof.wallets(),
        json.write(proof.findings()));
    sql.update("delete from ledger_proofs where proved_at < ?", proof.provedAt().minus(KEPT));
    return proof;
  }

  /** What the last proof found, on whichever server it was made. */
  public Optional<LedgerProof> latest() {
    return sql.first(
        LATEST,
        row ->
            new LedgerProof(
                row.instant("proved_at"),
                row.intValue("took_ms"),
                row.longValue("entries"),
                row.longValue("wallets"),
                row.bool("balanced"),
                List.of(row.json("findings", LedgerProof.Finding[].class))));
  }
}
