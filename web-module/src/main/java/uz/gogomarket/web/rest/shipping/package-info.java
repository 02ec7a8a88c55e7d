/** Deliveries over REST: what they cost, and the zones and tariffs behind it. */
@NullMarked
package uz.gogomarket.web.rest.shipping;

import org.jspecify.annotations.NullMarked;
