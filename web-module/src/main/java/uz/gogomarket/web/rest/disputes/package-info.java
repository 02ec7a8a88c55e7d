/** Disputes over REST, for both sides and for who decides. */
@NullMarked
package uz.gogomarket.web.rest.disputes;

import org.jspecify.annotations.NullMarked;
