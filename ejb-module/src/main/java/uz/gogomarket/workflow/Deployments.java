package uz.gogomarket.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * Deploys the workflows that {@code bpmn/index} lists: a line for each with its name and its files,
 * the task forms included. What has not changed is not deployed again; workflows that run stay with
 * the version that they were started with.
 */
class Deployments {

  private static final String FOLDER = "bpmn/";
  private static final String INDEX = FOLDER + "index";

  private final RepositoryService repository;

  Deployments(RepositoryService repository) {
    this.repository = repository;
  }

  void deployAll() {
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
