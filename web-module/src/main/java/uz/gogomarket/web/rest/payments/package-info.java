/** Payments and refunds over REST. */
@NullMarked
package uz.gogomarket.web.rest.payments;

import org.jspecify.annotations.NullMarked;
