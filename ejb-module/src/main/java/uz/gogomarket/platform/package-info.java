/**
 * The ground floor: money, the clock, who is acting, row-level security, SQL, paging, problems,
 * settings, audit, the outbox, idempotency keys and encryption.
 *
 * <p>It knows no capability. What always holds: a transaction that touches the database carries the
 * acting user in its session variables before its first statement; an audit row, an outbox message
 * and an idempotency key commit with the effect that they speak of, or not at all.
 */
@NullMarked
package uz.gogomarket.platform;

import org.jspecify.annotations.NullMarked;
