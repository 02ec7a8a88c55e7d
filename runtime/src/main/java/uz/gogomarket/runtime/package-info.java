/**
 * Starts the whole marketplace on one machine: PostgreSQL, the migrations, Payara Server and the
 * EAR.
 *
 * <p>{@link uz.gogomarket.runtime.Main} is the command, {@link uz.gogomarket.runtime.Marketplace}
 * the same for programs and tests. What always holds: one data folder belongs to one running
 * marketplace; the application only ever gets the credentials of the lesser database role; whatever
 * was started is stopped again, and what a killed run left behind is ended by the next one.
 */
@NullMarked
package uz.gogomarket.runtime;

import org.jspecify.annotations.NullMarked;
