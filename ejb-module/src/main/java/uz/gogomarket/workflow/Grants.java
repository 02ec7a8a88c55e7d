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
  private final ProcessEngine engine;

  Grants(ProcessEngine engine) {
    this.engine = engine;
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
            engine
                .getTaskService()
                .createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .taskUnassigned());
    String mine =
        filter(
            "My tasks",
            "What I have taken",
            20,
            engine.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}"));
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
    grant(group, Resources.APPLICATION, ANY, Permissions.ALL);
    grant(group, Resources.FILTER, ANY, Permissions.READ); // a stored filter can run expressions
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

  private String filter(String name, String description, int priority, Query<?, ?> query) {
    Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
    if (known != null) {
      return known.getId();
    }
    Map<String, Object> properties = new HashMap<>();
    properties.put("description", description);
    properties.put("priority", priority);
    properties.put("refresh", true);
    return filters
        .saveFilter(filters.newTaskFilter(name).setQuery(query).setProperties(properties))
        .getId();
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    Authorization known =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .singleResult();
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
}
