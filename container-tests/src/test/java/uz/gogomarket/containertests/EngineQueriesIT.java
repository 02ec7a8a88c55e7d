package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.QueryValidators.AdhocQueryValidator;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;

/**
 * The engine evaluates no expression for a query, whoever asks; the ones here reach nothing that is
 * forbidden to expressions, and come past no door.
 */
@ContainerTest
class EngineQueriesIT {

  private static final String HARMLESS = "${'some' == 'one' ? 'this' : 'that'}";
  private static final String REFUSAL = "xpressions are forbidden in";

  @Test
  void none_in_a_query_for_tasks_nor_within_its_alternatives() {
    List<TaskQuery> queries =
        List.of(
            tasks().createTaskQuery().taskAssigneeExpression(HARMLESS),
            tasks().createTaskQuery().or().taskAssigneeExpression(HARMLESS).endOr(),
            tasks().createTaskQuery().or().dueBeforeExpression("literally").endOr(),
            tasks()
                .createTaskQuery()
                .or()
                .taskName("a")
                .endOr()
                .or()
                .taskCandidateGroupInExpression(HARMLESS)
                .endOr());

    assertThat(queries)
        .allSatisfy(query -> assertRefused(query::list))
        .allSatisfy(query -> assertRefused(query::count));
  }

  @Test
  void none_in_any_kind_of_query_even_without_the_engines_own_check() {
    List<AbstractQuery<?, ?>> queries = everyKind();
    assertThat(queries).hasSizeGreaterThan(30).hasAtLeastOneElementOfType(TaskQueryImpl.class);

    for (AbstractQuery<?, ?> query : queries) {
      query.removeValidator(AdhocQueryValidator.get());
      query.addExpression("orderBy", HARMLESS);
      assertRefused(query::list);
    }
  }

  @Test
  void none_in_a_stored_filter() {
    assertRefused(
        () ->
            filters()
                .saveFilter(
                    filter(tasks().createTaskQuery().taskNameLike("%"))
                        .setQuery(tasks().createTaskQuery().taskAssigneeExpression(HARMLESS))));

    Filter nested =
        filters()
            .saveFilter(
                filter(tasks().createTaskQuery().or().taskAssigneeExpression(HARMLESS).endOr()));
    try {
      assertRefused(() -> filters().list(nested.getId()));
      assertRefused(() -> filters().count(nested.getId()));
      assertRefused(() -> filters().list(nested.getId(), tasks().createTaskQuery().taskName("a")));
    } finally {
      filters().deleteFilter(nested.getId());
    }
  }

  @Test
  void none_in_what_extends_a_stored_filter() {
    String ours = filters().createFilterQuery().filterName("My tasks").singleResult().getId();
    TaskQuery extending = tasks().createTaskQuery().or().taskOwnerExpression(HARMLESS).endOr();

    assertRefused(() -> filters().list(ours, extending));
    assertThat(filters().list(ours)).isEmpty();
  }

  private Filter filter(Query<?, ?> query) {
    return filters().newTaskFilter("for a test").setQuery(query);
  }

  /** What the engine's services make without being told anything. */
  private List<AbstractQuery<?, ?>> everyKind() {
    List<AbstractQuery<?, ?>> queries = new ArrayList<>();
    Stream.of(
            engine().getRuntimeService(),
            engine().getTaskService(),
            engine().getRepositoryService(),
            engine().getHistoryService(),
            engine().getManagementService(),
            engine().getFilterService(),
            engine().getIdentityService(),
            engine().getExternalTaskService(),
            engine().getCaseService(),
            engine().getAuthorizationService())
        .forEach(
            service ->
                Arrays.stream(service.getClass().getMethods())
                    .filter(method -> method.getParameterCount() == 0)
                    .filter(method -> method.getName().matches("create(?!Native).*Query"))
                    .map(method -> made(service, method))
                    .filter(AbstractQuery.class::isInstance)
                    .forEach(query -> queries.add((AbstractQuery<?, ?>) query)));
    return queries;
  }

  private static Object made(Object service, Method method) {
    try {
      return method.invoke(service);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(method.toString(), e);
    }
  }

  private static void assertRefused(Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOf(ProcessEngineException.class)
        .hasStackTraceContaining(REFUSAL);
  }

  /** Asked for in the test, since the class is loaded outside of the server, too. */
  private static ProcessEngine engine() {
    return BpmPlatform.getDefaultProcessEngine();
  }

  private static TaskService tasks() {
    return engine().getTaskService();
  }

  private static FilterService filters() {
    return engine().getFilterService();
  }
}
