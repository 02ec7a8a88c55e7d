package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.systemtests.TestAccounts.Person;

/**
 * A decision that arrives over HTTP and fails when it is committed, after everything was written,
 * leaves the engine's rows and ours as they were; sent again without the failure it is carried out.
 */
class EngineAtomicityIT {

  private static final Map<String, Object> FULL_REFUND =
      Map.of("decision", "refund_full", "resolution", "Broken is broken.");

  private static final String FOOTPRINT =
      """
      with it as (select d.id as dispute, d.process_instance_id as workflow, o.id as order_id,
                         o.buyer_id, o.seller_id, o.courier_id
                  from disputes d join orders o on o.id = d.order_id where d.id = ?)
      select to_jsonb(t)::text from disputes t, it where t.id = it.dispute
      union all select to_jsonb(t)::text from orders t, it where t.id = it.order_id
      union all select to_jsonb(t)::text from refunds t, it where t.order_id = it.order_id
      union all select to_jsonb(t)::text from postings t, it where t.order_id = it.order_id
      union all select to_jsonb(t)::text from wallets t, it
        where t.user_id in (it.buyer_id, it.seller_id, it.courier_id)
      union all select to_jsonb(t)::text from audit_logs t, it
        where t.entity_type = 'dispute' and t.entity_id = it.dispute
      union all select to_jsonb(t)::text from engine.act_ru_execution t, it
        where t.proc_inst_id_ = it.workflow
      union all select to_jsonb(t)::text from engine.act_ru_task t, it
        where t.proc_inst_id_ = it.workflow
      union all select to_jsonb(t)::text from engine.act_ru_variable t, it
        where t.proc_inst_id_ = it.workflow
      union all select to_jsonb(t)::text from engine.act_hi_actinst t, it
        where t.proc_inst_id_ = it.workflow
      union all select to_jsonb(t)::text from engine.act_hi_taskinst t, it
        where t.proc_inst_id_ = it.workflow
      union all select to_jsonb(t)::text from engine.act_hi_varinst t, it
        where t.proc_inst_id_ = it.workflow
      union all select to_jsonb(t)::text from engine.act_hi_detail t, it
        where t.proc_inst_id_ = it.workflow
      union all select to_jsonb(t)::text from engine.act_hi_op_log t, it
        where t.proc_inst_id_ = it.workflow
      order by 1
      """;

  private Quarrel quarrel;
  private Person judge;

  @BeforeEach
  void a_dispute_waits_for_its_decision() {
    quarrel = Quarrel.answered();
    judge = Quarrel.judge();
    TestAccounts.execute(
        """
        create function fail_commit() returns trigger language plpgsql as $$
        begin
            raise exception 'the commit fails for a test' using errcode = 'check_violation';
        end $$
        """);
  }

  @AfterEach
  void commits_work_again() {
    TestAccounts.execute("drop function if exists fail_commit() cascade");
  }

  @Test
  void through_the_tasklist() {
    Tasklist tasklist = Tasklist.of(judge);
    String task = tasklist.take(quarrel.id());
    List<String> before = footprint();
    failCommits();

    Response failed = tasklist.decide(task, "refund_full", null);

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(footprint()).isEqualTo(before);
    commits_work_again();
    tasklist.decide(task, "refund_full", null).then().statusCode(204);
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo("1000000.00");
  }

  @Test
  void over_our_own_rest_where_the_same_key_can_be_used_again() {
    String key = Shop.key();
    List<String> before = footprint();
    failCommits();

    quarrel
        .decide(judge, key, FULL_REFUND)
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body("code", equalTo("internal_error"));

    assertThat(footprint()).isEqualTo(before);
    commits_work_again();
    quarrel.decide(judge, key, FULL_REFUND).then().statusCode(200);
    assertThat(Shop.balance(quarrel.buyer())).isEqualTo("1000000.00");
  }

  /** From now on nothing that touches the dispute can be committed. */
  private void failCommits() {
    TestAccounts.execute(
        """
        create constraint trigger fail_commit after update on disputes
            deferrable initially deferred for each row when (new.id = %d)
            execute function fail_commit()
        """
            .formatted(quarrel.id()));
  }

  private List<String> footprint() {
    return Rows.values(FOOTPRINT, quarrel.id());
  }
}
