package uz.gogomarket.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * Who may see what in the engine's web applications. A group that some workflow has tasks for may
 * use the tasklist and read those workflows; the tasks themselves are opened to it by the engine,
 * task by task. Super admins see all and may help out, but nobody may remove or rewrite a running
 * workflow: its rows would be left behind.
 */
class Grants {

  private static final String ANY = Authorization.ANY;

  private final AuthorizationService authorizations;
  private final FilterService filters;
  private final RepositoryService repository;
  private final TaskService tasks;

  Grants(ProcessEngine engine) {
    this.tasks = engine.getTaskService();
    this.authorizations = engine.getAuthorizationService();
    this.filters = engine.getFilterService();
    this.repository = engine.getRepositoryService();
  }

  void grantAll() {
    Map<String, Set<String>> workflowsOfGroup = workflowsOfGroups();
    String waiting =
        filter(
            "Waiting for my group",
            "Nobody has taken them yet",
            10,
            tasks.createTaskQuery().withCandidateGroups().taskUnassigned());
    String mine =
        filter(
            "My tasks",
            "What I have taken",
            20,
            tasks.createTaskQuery().taskAssignee(StaffTasks.ME));
    removeFiltersBut(Set.of(waiting, mine));
    for (Map.Entry<String, Set<String>> group : workflowsOfGroup.entrySet()) {
      grant(group.getKey(), Resources.APPLICATION, "tasklist", Permissions.ACCESS);
      grant(group.getKey(), Resources.FILTER, waiting, Permissions.READ);
      grant(group.getKey(), Resources.FILTER, mine, Permissions.READ);
      for (String workflow : group.getValue()) {
        grant(group.getKey(), Resources.PROCESS_DEFINITION, workflow, Permissions.READ);
      }
    }
    grantSuperAdmins();
  }

  private void grantSuperAdmins() {
    String group = EngineUser.SUPER_ADMINS;
    revoke(group, Resources.APPLICATION, ANY);
    grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grant(group, Resources.FILTER, ANY, Permissions.READ);
    grant(
        group,
        Resources.TASK,
        ANY,
        TaskPermissions.READ,
        TaskPermissions.UPDATE,
        TaskPermissions.TASK_ASSIGN,
        TaskPermissions.TASK_WORK,
        TaskPermissions.READ_VARIABLE);
    grant(
        group,
        Resources.PROCESS_DEFINITION,
        ANY,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.UPDATE_TASK,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.RETRY_JOB);
    grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.READ);
    for (Resource readable :
        Set.of(
            Resources.USER,
            Resources.GROUP,
            Resources.AUTHORIZATION,
            Resources.DEPLOYMENT,
            Resources.BATCH,
            Resources.DECISION_DEFINITION)) {
      grant(group, readable, ANY, Permissions.READ);
    }
    grant(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
    grant(group, Resources.SYSTEM, ANY, SystemPermissions.READ);
  }

  private Map<String, Set<String>> workflowsOfGroups() {
    Map<String, Set<String>> found = new HashMap<>();
    for (ProcessDefinition definition :
        repository.createProcessDefinitionQuery().latestVersion().list()) {
      Collection<UserTask> tasks =
          repository
              .getBpmnModelInstance(definition.getId())
              .getModelElementsByType(UserTask.class);
      for (UserTask task : tasks) {
        for (String group : task.getCamundaCandidateGroupsList()) {
          found.computeIfAbsent(group, any -> new TreeSet<>()).add(definition.getKey());
        }
      }
    }
    return found;
  }

  /** A filter that is known is saved anew: what it asks for is said here and nowhere else. */
  private String filter(String name, String description, int priority, Query<?, ?> query) {
    Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
    Filter filter = known != null ? known : filters.newTaskFilter(name);
    Map<String, Object> properties = new HashMap<>();
    properties.put("description", description);
    properties.put("priority", priority);
    properties.put("refresh", true);
    return filters.saveFilter(filter.setQuery(query).setProperties(properties)).getId();
  }

  /** A stored filter could hold an expression; nobody is meant to store any. */
  private void removeFiltersBut(Set<String> ours) {
    for (Filter filter : filters.createFilterQuery().list()) {
      if (!ours.contains(filter.getId())) {
        filters.deleteFilter(filter.getId());
      }
    }
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    Authorization known = known(group, resource, id);
    Authorization grant =
        known != null
            ? known
            : authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    if (known == null) {
      grant.setGroupId(group);
      grant.setResource(resource);
      grant.setResourceId(id);
    }
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }

  /** Takes back what an earlier version granted. */
  private void revoke(String group, Resource resource, String id) {
    Authorization known = known(group, resource, id);
    if (known != null) {
      authorizations.deleteAuthorization(known.getId());
    }
  }

  private @Nullable Authorization known(String group, Resource resource, String id) {
    return authorizations
        .createAuthorizationQuery()
        .groupIdIn(group)
        .resourceType(resource)
        .resourceId(id)
        .singleResult();
  }
}
