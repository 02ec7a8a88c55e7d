package uz.gogomarket.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do so that a workflow goes on.
 *
 * @param key the task's name in the workflow, such as {@code decide-dispute}
 * @param businessKey what it is about, such as {@code dispute:17}
 * @param assignee the login of who has taken it
 */
public record WorkflowTask(
    String id,
    String key,
    String name,
    String businessKey,
    @Nullable String assignee,
    Instant createdAt) {}
