/** Checkouts and orders over REST, for buyers, sellers and admins. */
@NullMarked
package uz.gogomarket.web.rest.orders;

import org.jspecify.annotations.NullMarked;
