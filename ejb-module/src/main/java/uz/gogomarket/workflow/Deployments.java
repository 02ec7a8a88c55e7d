package uz.gogomarket.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;

/**
 * Deploys the workflows that {@code bpmn/index} lists: a line for each with its name and its files,
 * the task forms included. What has not changed is not deployed again; workflows that run are moved
 * to the newest version, so that what is mended in a form or a step is mended for them, too.
 */
class Deployments {

  private static final String FOLDER = "bpmn/";
  private static final String INDEX = FOLDER + "index";

  private final RepositoryService repository;
  private final RuntimeService runtime;

  Deployments(ProcessEngine engine) {
    this.repository = engine.getRepositoryService();
    this.runtime = engine.getRuntimeService();
  }

  void deployAll() {
    deployFiles();
    for (ProcessDefinition latest :
        repository.createProcessDefinitionQuery().latestVersion().list()) {
      repository
          .createProcessDefinitionQuery()
          .processDefinitionKey(latest.getKey())
          .list()
          .stream()
          .filter(older -> older.getVersion() < latest.getVersion())
          .forEach(older -> moveRunning(older, latest));
    }
  }

  /** The forms of a task come with the version that it runs with. */
  private void moveRunning(ProcessDefinition older, ProcessDefinition latest) {
    ProcessInstanceQuery running =
        runtime.createProcessInstanceQuery().processDefinitionId(older.getId());
    if (running.count() > 0) {
      runtime
          .newMigration(
              runtime
                  .createMigrationPlan(older.getId(), latest.getId())
                  .mapEqualActivities()
                  .build())
          .processInstanceQuery(running)
          .execute();
    }
  }

  private void deployFiles() {
    for (String line : index()) {
      String[] words = line.strip().split("\\s+");
      DeploymentBuilder deployment =
          repository.createDeployment().name(words[0]).enableDuplicateFiltering(false);
      for (String file : Arrays.asList(words).subList(1, words.length)) {
        try (InputStream content = open(FOLDER + file)) {
          deployment.addInputStream(file, content);
        } catch (IOException e) {
          throw new IllegalStateException("Cannot read " + file, e);
        }
      }
      deployment.deploy();
    }
  }

  private static List<String> index() {
    try (InputStream content = open(INDEX)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + INDEX, e);
    }
  }

  private static InputStream open(String resource) {
    InputStream content = Deployments.class.getClassLoader().getResourceAsStream(resource);
    if (content == null) {
      throw new IllegalStateException(resource + " is missing from the application");
    }
    return content;
  }
}
