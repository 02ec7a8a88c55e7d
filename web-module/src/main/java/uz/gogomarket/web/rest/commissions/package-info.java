/** Commissions and their rules over REST. */
@NullMarked
package uz.gogomarket.web.rest.commissions;

import org.jspecify.annotations.NullMarked;
