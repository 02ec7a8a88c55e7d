package uz.gogomarket.workflow;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.AccessDenied;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.ProblemException;

/**
 * The port to the workflows. Everything happens in the caller's transaction: where it rolls back,
 * the workflow stands where it stood.
 *
 * <p>A step of a workflow that refuses with a {@link ProblemException} is seen here as that
 * problem. Other problems: {@code workflow_moved_on} (409) where nobody waits for a message any
 * more, {@code changed_meanwhile} (409) where two told it something at once, {@code task_taken}
 * (409), {@code access_denied} (403), {@code not_found} (404).
 */
@Stateless
@Internal
public class Workflow {

  /** Others have the engine's 50. */
  private static final int FIRST = 100;

  @Inject EngineHandle handle;
  @Inject EngineStaff staff;
  @Inject Actors actors;

  /**
   * Starts a workflow and runs it up to where it first waits.
   *
   * @param variables strings, numbers, booleans and {@link java.util.Date}s
   * @return the id of the running workflow
   */
  public String start(String key, String businessKey, Map<String, Object> variables) {
    return translated(
        () ->
            handle
                .engine()
                .getRuntimeService()
                .startProcessInstanceByKey(key, businessKey, variables)
                .getProcessInstanceId());
  }

  /** Tells the one workflow with this business key what has happened. */
  public void tell(String message, String businessKey, Map<String, Object> variables) {
    translated(
        () ->
            handle
                .engine()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariables(variables)
                .correlateWithResult());
  }

  /** What waits for somebody in the workflow with this business key. */
  public List<WorkflowTask> tasks(String businessKey) {
    return views(
        handle
            .engine()
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(businessKey)
            .list());
  }

  /** A task that waits for somebody, if whoever is logged in to the tasklist may see it. */
  public Optional<WorkflowTask> task(String id) {
    List<Task> found = handle.engine().getTaskService().createTaskQuery().taskId(id).list();
    return unchecked(() -> views(found)).stream().findFirst();
  }

  /** Changes what the forms of a running workflow show. */
  public void note(String businessKey, Map<String, Object> variables) {
    translated(
        () -> {
          ProcessInstance running =
              instance(businessKey).orElseThrow(() -> new NotFound("workflow", businessKey));
          handle.engine().getRuntimeService().setVariables(running.getId(), variables);
          return running;
        });
  }

  /** Puts what waits for somebody in a workflow before all that waits elsewhere. */
  public void putFirst(String businessKey) {
    TaskService engineTasks = handle.engine().getTaskService();
    translated(
        () -> {
          tasks(businessKey).forEach(task -> engineTasks.setPriority(task.id(), FIRST));
          return businessKey;
        });
  }

  /** Takes the task for the acting member of staff. */
  public void claim(String taskId) {
    asStaff(
        user -> {
          handle.engine().getTaskService().claim(taskId, user.login());
          return user;
        });
  }

  /** Finishes the task as the acting member of staff, who takes it where nobody has. */
  public void complete(String taskId, Map<String, Object> variables) {
    asStaff(
        user -> {
          handle.engine().getTaskService().claim(taskId, user.login());
          handle.engine().getTaskService().complete(taskId, variables);
          return user;
        });
  }

  private Optional<ProcessInstance> instance(String businessKey) {
    return Optional.ofNullable(
        handle
            .engine()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(businessKey)
            .singleResult());
  }

  private List<WorkflowTask> views(List<Task> tasks) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    Map<String, String> businessKeys =
        handle
            .engine()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceIds(
                tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
            .list()
            .stream()
            .collect(
                Collectors.toMap(
                    ProcessInstance::getProcessInstanceId,
                    instance -> String.valueOf(instance.getBusinessKey())));
    return tasks.stream()
        .map(task -> view(task, businessKeys.getOrDefault(task.getProcessInstanceId(), "")))
        .toList();
  }

  private static WorkflowTask view(Task task, String businessKey) {
    return new WorkflowTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        businessKey,
        task.getAssignee(),
        task.getCreateTime().toInstant());
  }

  /** Who may see a task may know what it is about, though not read its workflow. */
  private <T> T unchecked(Supplier<T> work) {
    IdentityService identity = handle.engine().getIdentityService();
    Authentication before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return work.get();
    } finally {
      restore(identity, before);
    }
  }

  /** Lets the engine check what the acting member of staff may do, and note who did it. */
  private <T> T asStaff(Function<EngineUser, T> work) {
    EngineUser user = staff.find(actors.userId()).orElseThrow(AccessDenied::new);
    IdentityService identity = handle.engine().getIdentityService();
    Authentication before = identity.getCurrentAuthentication();
    identity.setAuthentication(user.login(), List.copyOf(user.groups()));
    try {
      return translated(() -> work.apply(user));
    } finally {
      restore(identity, before);
    }
  }

  private static void restore(IdentityService identity, @Nullable Authentication before) {
    if (before == null) {
      identity.clearAuthentication();
    } else {
      identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
    }
  }

  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (ProcessEngineException e) {
      throw translate(e);
    }
  }

  private static RuntimeException translate(ProcessEngineException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
    }
    if (failure instanceof MismatchingMessageCorrelationException) {
      return new Conflict("workflow_moved_on", "This step is not possible any more.");
    }
    if (failure instanceof OptimisticLockingException) {
      return new Conflict("changed_meanwhile", "Somebody else was faster. Look again.");
    }
    if (failure instanceof TaskAlreadyClaimedException) {
      return new Conflict("task_taken", "Somebody else has taken this task.");
    }
    if (failure instanceof AuthorizationException) {
      return new AccessDenied();
    }
    return failure;
  }
}
