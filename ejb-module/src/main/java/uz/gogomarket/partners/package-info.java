/**
 * Partners: programs that act for a seller, with API keys, and the use cases behind the SOAP door.
 *
 * <p>It promises: a key's secret is shown once and kept as a digest only; a key acts for its owner,
 * never with more than its scopes, and only while the owner is active and verified; a revoked or
 * expired key is refused at once; while a secret is rotated the old and the new one are good, never
 * a third. Whatever a partner changes happens once per request id, however often it is sent.
 */
@NullMarked
package uz.gogomarket.partners;

import org.jspecify.annotations.NullMarked;
