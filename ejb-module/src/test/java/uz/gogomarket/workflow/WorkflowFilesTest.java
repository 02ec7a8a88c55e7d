package uz.gogomarket.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uz.gogomarket.platform.Permissions;

/** Each workflow is valid, can be drawn, and asks only groups that are permissions. */
class WorkflowFilesTest {

  static Stream<List<String>> workflows() throws IOException {
    return text("index").lines().map(line -> List.of(line.split("\\s+")));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void a_workflow_is_whole(List<String> files) throws IOException {
    BpmnModelInstance model = Bpmn.readModelFromStream(open(files.get(1)));
    Bpmn.validateModel(model);
    assertThat(model.getModelElementsByType(BpmnShape.class))
        .extracting(shape -> shape.getBpmnElement().getId())
        .containsAll(
            model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList());
    assertThat(model.getModelElementsByType(BpmnEdge.class))
        .extracting(edge -> edge.getBpmnElement().getId())
        .containsAll(
            model.getModelElementsByType(SequenceFlow.class).stream()
                .map(SequenceFlow::getId)
                .toList());
    assertThat(model.getModelElementsByType(ServiceTask.class))
        .allSatisfy(task -> assertThat(task.getCamundaExpression()).isNotBlank());
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      assertThat(Permissions.ALL).containsAll(task.getCamundaCandidateGroupsList());
      String form = task.getCamundaFormKey().replace("embedded:deployment:", "");
      assertThat(files).contains(form);
      assertThat(text(form)).contains("cam-variable-name");
    }
  }

  private static String text(String file) throws IOException {
    try (InputStream content = open(file)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String file) {
    return WorkflowFilesTest.class.getClassLoader().getResourceAsStream("bpmn/" + file);
  }
}
