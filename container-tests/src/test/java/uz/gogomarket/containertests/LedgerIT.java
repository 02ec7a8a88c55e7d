package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.DatabaseFailure;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.InsufficientFunds;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.LedgerProof;
import uz.gogomarket.wallets.LedgerProofs;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.TransactionType;
import uz.gogomarket.wallets.WalletLine;
import uz.gogomarket.wallets.WalletService;

@ContainerTest
class LedgerIT {

  private static final int THREADS = 64;

  /** What is checked when a transaction commits, checked before. */
  static final String SCHEMA =
      """
      create function test.check_now() returns boolean language plpgsql as $$
      begin
          set constraints all immediate;
          return true;
      end
      $$;
      """;

  @Inject Accounts accounts;
  @Inject Actors actors;
  @Inject Ledger ledger;
  @Inject LedgerProofs proofs;
  @Inject WalletService wallets;
  @Inject Sql sql;
  @Inject Trade trade;
  @Resource UserTransaction transaction;
  @Resource ManagedThreadFactory threads;

  @Test
  void who_registers_has_an_empty_wallet() {
    long user = accounts.newUser();

    assertThat(balance(user)).isEqualTo(Money.ZERO);
    assertThat(owed(user)).isEqualTo(Money.ZERO);
  }

  @Test
  void of_64_threads_that_spend_one_wallet_only_as_many_succeed_as_it_holds() throws Exception {
    long user = accounts.newUser();
    deposit(user, Money.ofSum(1_000));

    List<Boolean> spent = inParallel(() -> spend(user, Money.ofSum(50)));

    assertThat(spent).filteredOn(done -> done).hasSize(20);
    assertThat(balance(user)).isEqualTo(Money.ZERO);
    assertBooksBalance();
  }

  @Test
  void threads_that_move_money_to_and_fro_between_wallets_neither_block_nor_lose_any()
      throws Exception {
    List<Long> users = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      users.add(accounts.newUser());
      deposit(users.get(i), Money.ofSum(100));
    }

    inParallel(
        () -> {
          for (int round = 0; round < 5; round++) {
            int from = ThreadLocalRandom.current().nextInt(5);
            int to = (from + 1 + ThreadLocalRandom.current().nextInt(4)) % 5;
            move(users.get(from), users.get(to), Money.ofSum(30));
          }
          return true;
        });

    Money total = Money.sum(users.stream().map(this::balance).toList());
    assertThat(total).isEqualTo(Money.ofSum(500));
    assertThat(users.stream().map(this::balance)).noneMatch(Money::isNegative);
    assertBooksBalance();
  }

  @Test
  void an_entry_whose_legs_do_not_sum_to_zero_is_refused() {
    long user = accounts.newUser();

    assertThatThrownBy(() -> post(List.of(Leg.wallet(user, Money.ofSum(1), null))))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
    assertThat(balance(user)).isEqualTo(Money.ZERO);
  }

  @Test
  void an_unbalanced_entry_is_refused_by_the_database_even_in_raw_sql() {
    assertRefused(
        "does not balance",
        () -> {
          long entry = rawEntry();
          sql.update(
              "insert into postings (entry_id, account_id, amount)"
                  + " select ?, id, 5 from ledger_accounts where kind = 'goodwill'",
              entry);
        });
  }

  @Test
  void a_posting_to_a_wallet_without_its_line_is_refused_by_the_database() {
    long user = accounts.newUser();

    assertRefused(
        "has no line",
        () -> {
          long entry = rawEntry();
          sql.update(
              "insert into postings (entry_id, account_id, amount)"
                  + " select ?, account_id, 5 from wallets where user_id = ?"
                  + " union all select ?, id, -5 from ledger_accounts where kind = 'goodwill'",
              entry,
              user,
              entry);
        });
  }

  @Test
  void a_balance_that_no_line_explains_is_refused_by_the_database() {
    long user = accounts.newUser();

    assertRefused(
        "last line says",
        () -> sql.update("update wallets set balance = 1000000 where user_id = ?", user));
  }

  @Test
  void a_balance_below_zero_is_refused_by_the_database() {
    long user = accounts.newUser();

    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        asSystem(
                            () ->
                                sql.update(
                                    "update wallets set balance = -0.01 where user_id = ?", user))))
        .isInstanceOf(DatabaseFailure.class);
  }

  @Test
  void what_is_written_in_the_books_cannot_be_changed() {
    long user = accounts.newUser();
    deposit(user, Money.ofSum(10));

    for (String change :
        List.of(
            "update journal_entries set description = 'x'",
            "delete from journal_entries",
            "update postings set amount = amount * 2",
            "delete from postings",
            "update wallet_transactions set amount = 1",
            "delete from wallet_transactions",
            "update deposits set amount = 1",
            "delete from deposits")) {
      assertThatThrownBy(() -> inTransaction(() -> asSystem(() -> sql.update(change))))
          .as(change)
          .isInstanceOf(DatabaseFailure.class)
          .hasMessageContaining("append-only");
    }
    assertThat(balance(user)).isEqualTo(Money.ofSum(10));
  }

  @Test
  void users_see_only_their_own_wallet_and_its_lines() throws Exception {
    long mine = accounts.newUser();
    long others = accounts.newUser();
    deposit(mine, Money.ofSum(10));
    deposit(others, Money.ofSum(20));

    List<Long> seen =
        inTransaction(
            () ->
                asUser(
                    mine,
                    () ->
                        sql.list("select user_id from wallets", row -> row.longValue("user_id"))));
    List<Money> lines =
        inTransaction(
            () ->
                asUser(
                    mine,
                    () ->
                        sql.list(
                            "select amount from wallet_transactions", row -> row.money("amount"))));
    List<Money> postings =
        inTransaction(
            () ->
                asUser(
                    mine,
                    () -> sql.list("select amount from postings", row -> row.money("amount"))));

    assertThat(seen).containsExactly(mine);
    assertThat(lines).containsExactly(Money.ofSum(10));
    assertThat(postings).containsExactly(Money.ofSum(10));
    assertThat(asUser(mine, () -> wallets.transactions(PageRequest.first(100))).items())
        .extracting(line -> line.balanceAfter())
        .containsExactly(Money.ofSum(10));
  }

  @Test
  void what_a_seller_owes_is_taken_from_the_next_earnings() {
    long seller = accounts.newUser();
    deposit(seller, Money.ofSum(40));

    post(
        List.of(
            Leg.charge(seller, Money.ofSum(100), null),
            Leg.platform(AccountKind.GOODWILL, Money.ofSum(100), null)));
    assertThat(balance(seller)).isEqualTo(Money.ZERO);
    assertThat(owed(seller)).isEqualTo(Money.ofSum(60));

    earn(seller, Money.ofSum(25));
    assertThat(balance(seller)).isEqualTo(Money.ZERO);
    assertThat(owed(seller)).isEqualTo(Money.ofSum(35));

    earn(seller, Money.ofSum(50));
    assertThat(balance(seller)).isEqualTo(Money.ofSum(15));
    assertThat(owed(seller)).isEqualTo(Money.ZERO);
    assertBooksBalance();
  }

  @Test
  void debts_are_settled_once_by_earnings_that_come_at_the_same_time() throws Exception {
    long seller = accounts.newUser();
    post(
        List.of(
            Leg.charge(seller, Money.ofSum(100), null),
            Leg.platform(AccountKind.GOODWILL, Money.ofSum(100), null)));

    inParallel(
        () -> {
          earn(seller, Money.ofSum(10));
          return true;
        });

    assertThat(owed(seller)).isEqualTo(Money.ZERO);
    assertThat(balance(seller)).isEqualTo(Money.ofSum(THREADS * 10L - 100));
    assertBooksBalance();
  }

  @Test
  void a_closed_wallet_receives_but_does_not_spend() throws Exception {
    long user = accounts.newUser();
    inCommittedTransaction(
        () ->
            asSystem(
                () -> sql.update("update wallets set is_active = false where user_id = ?", user)));

    deposit(user, Money.ofSum(10));

    assertThatThrownBy(() -> spend(user, Money.ofSum(5)))
        .hasFieldOrPropertyWithValue("code", "wallet_inactive");
    assertThat(balance(user)).isEqualTo(Money.ofSum(10));
  }

  @Test
  void the_proof_finds_money_that_an_order_keeps_though_it_has_ended() throws Exception {
    Trade.Parties parties = trade.newParties();
    OrderFacts order =
        trade.delivered(trade.bought(parties, 1, PaymentMethod.GOGOMONEY), parties.courier());
    List<LedgerProof.Finding> findings =
        inTransaction(
            () ->
                asSystem(
                    () -> {
                      sql.update("update orders set settled_at = now() where id = ?", order.id());
                      return proofs.prove().findings();
                    }));

    assertThat(findings)
        .containsExactly(
            new LedgerProof.Finding(
                "order_ended_with_money_left", order.id(), Money.ZERO, order.total()));
    assertBooksBalance();
  }

  @Test
  void lines_that_waited_for_their_wallet_do_not_go_back_in_time() throws Exception {
    long user = accounts.newUser();
    deposit(user, Money.ofSum(THREADS));

    inParallel(() -> spend(user, Money.ofSum(1)));

    List<Instant> times =
        asUser(user, () -> wallets.transactions(PageRequest.first(100))).items().stream()
            .map(WalletLine::createdAt)
            .toList();
    assertThat(times).hasSize(THREADS + 1).isSortedAccordingTo(Comparator.reverseOrder());
    assertBooksBalance();
  }

  @Test
  void the_proof_finds_a_line_and_a_step_that_go_back_in_time() throws Exception {
    Trade.Parties parties = trade.newParties();
    OrderFacts order = trade.bought(parties, 1, PaymentMethod.GOGOMONEY);
    List<LedgerProof.Finding> findings =
        inTransaction(
            () ->
                asSystem(
                    () -> {
                      long line = lineOfYesterday(parties.buyer());
                      sql.update(
                          "insert into order_status_history (order_id, status, actor, created_at)"
                              + " values (?, 'pending', 'test', now() - interval '1 day')",
                          order.id());
                      assertThat(line).isPositive();
                      return proofs.prove().findings();
                    }));

    assertThat(findings)
        .extracting(LedgerProof.Finding::rule)
        .containsExactly("history_goes_back_in_time", "line_goes_back_in_time");
    assertThat(findings.get(0).subject()).isEqualTo(order.id());
    assertBooksBalance();
  }

  /** Takes 1 out of a wallet, and says that it was yesterday. */
  private long lineOfYesterday(long user) {
    long entry = rawEntry();
    return sql.one(
        """
        with leg as (
          insert into postings (entry_id, account_id, amount)
          select cast(? as bigint), w.account_id, -1 from wallets w where w.user_id = ?
          union all select ?, id, 1 from ledger_accounts where kind = 'goodwill'
          returning id, account_id),
        moved as (update wallets set balance = balance - 1 where user_id = ?)
        insert into wallet_transactions (wallet_id, posting_id, type, amount, balance_before,
          balance_after, created_at)
        select w.id, leg.id, 'adjustment', -1, w.balance, w.balance - 1, now() - interval '1 day'
        from wallets w join leg using (account_id) where w.user_id = ? returning id
        """,
        row -> row.longValue("id"),
        entry,
        user,
        entry,
        user,
        user);
  }

  private boolean spend(long user, Money amount) {
    try {
      post(
          List.of(
              Leg.wallet(user, amount.negate(), null),
              Leg.platform(AccountKind.GOODWILL, amount, null)));
      return true;
    } catch (InsufficientFunds e) {
      return false;
    }
  }

  private void move(long from, long to, Money amount) {
    try {
      post(List.of(Leg.wallet(to, amount, null), Leg.wallet(from, amount.negate(), null)));
    } catch (InsufficientFunds e) {
      assertThat(amount.isPositive()).isTrue();
    }
  }

  private void deposit(long user, Money amount) {
    post(
        List.of(
            Leg.platform(AccountKind.BANK_CLEARING, amount.negate(), null),
            Leg.wallet(user, amount, null)));
  }

  private void earn(long user, Money amount) {
    post(
        List.of(
            Leg.earning(user, amount, null),
            Leg.platform(AccountKind.GOODWILL, amount.negate(), null)));
  }

  private void post(List<Leg> legs) {
    asSystem(() -> ledger.post(TransactionType.ADJUSTMENT, "test", 1, "test", legs));
  }

  private Money balance(long user) {
    return asUser(user, () -> wallets.mine()).balance();
  }

  private Money owed(long user) {
    return asUser(user, () -> wallets.mine()).owed();
  }

  private void assertBooksBalance() {
    assertThat(asSystem(() -> proofs.prove()).findings()).isEmpty();
  }

  private long rawEntry() {
    return sql.one(
        "insert into journal_entries (type, reference_type, reference_id, description,"
            + " recorded_by) values ('adjustment', 'test', 1, 'test', 'test') returning id",
        row -> row.longValue("id"));
  }

  /**
   * It fails when the transaction commits, for the reason that is told where it is asked before.
   */
  private void assertRefused(String message, Runnable work) {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        asSystem(
                            () -> {
                              work.run();
                              return sql.one(
                                  "select test.check_now() as ok", row -> row.bool("ok"));
                            })))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining(message);
    assertThatThrownBy(
            () ->
                inCommittedTransaction(
                    () ->
                        asSystem(
                            () -> {
                              work.run();
                              return true;
                            })))
        .isInstanceOfAny(DatabaseFailure.class, RollbackException.class, SystemException.class);
    assertBooksBalance();
  }

  private <T> List<T> inParallel(Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS, threads);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        futures.add(
            pool.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(120, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private <T> T asSystem(java.util.function.Supplier<T> work) {
    return actors.runAsSystem("test", work);
  }

  private <T> T asUser(long user, java.util.function.Supplier<T> work) {
    return actors.runAs(Actor.user(user, Set.of("buyer"), "test"), work);
  }

  private <T> T inTransaction(Callable<T> work) throws Exception {
    transaction.begin();
    try {
      return work.call();
    } finally {
      transaction.rollback();
    }
  }

  private <T> T inCommittedTransaction(Callable<T> work) throws Exception {
    transaction.begin();
    T result;
    try {
      result = work.call();
    } catch (Exception e) {
      transaction.rollback();
      throw e;
    }
    transaction.commit();
    return result;
  }
}
