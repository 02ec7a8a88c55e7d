package uz.gogomarket.runtime;

/**
 * A PostgreSQL that somebody else runs.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, parameters allowed
 * @param owner migrates; owns the database or may create schemas and extensions in it
 * @param app what the application runs as; owns nothing
 */
public record ExternalDatabase(String url, Credentials owner, Credentials app) {}
