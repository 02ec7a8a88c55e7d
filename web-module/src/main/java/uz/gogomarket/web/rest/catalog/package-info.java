/** The catalogue over REST: public reads, a seller's own products, an admin's categories. */
@NullMarked
package uz.gogomarket.web.rest.catalog;

import org.jspecify.annotations.NullMarked;
