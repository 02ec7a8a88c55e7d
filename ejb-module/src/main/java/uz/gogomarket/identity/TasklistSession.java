package uz.gogomarket.identity;

import uz.gogomarket.workflow.EngineUser;

/**
 * A living log-in to the tasklist.
 *
 * @param sid its public id, as audit and access checks know it
 * @param user who it is, with the permissions of this moment
 */
public record TasklistSession(String sid, EngineUser user) {}
