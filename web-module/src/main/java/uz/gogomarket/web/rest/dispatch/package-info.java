/** Deliveries over REST, for couriers, those who assign them, and accounting. */
@NullMarked
package uz.gogomarket.web.rest.dispatch;

import org.jspecify.annotations.NullMarked;
