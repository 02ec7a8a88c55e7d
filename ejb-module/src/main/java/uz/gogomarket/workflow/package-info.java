/**
 * The workflows: the only package that knows the process engine.
 *
 * <p>Capabilities start a workflow, tell it what has happened and finish its tasks through {@link
 * uz.gogomarket.workflow.Workflow}; the workflow's steps call named beans of the capability. What
 * always holds: the engine's rows and the rows that a step changes are in one transaction, whoever
 * drives it (a REST call, a tasklist user, the engine's own job thread). The engine keeps no users:
 * it asks {@link uz.gogomarket.workflow.EngineUsers}; its groups are the permissions.
 */
@NullMarked
package uz.gogomarket.workflow;

import org.jspecify.annotations.NullMarked;
