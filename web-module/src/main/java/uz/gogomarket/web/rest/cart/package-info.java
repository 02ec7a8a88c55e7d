/** Carts over REST. */
@NullMarked
package uz.gogomarket.web.rest.cart;

import org.jspecify.annotations.NullMarked;
