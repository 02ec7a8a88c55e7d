/** API keys of partners over REST. */
@NullMarked
package uz.gogomarket.web.rest.partners;

import org.jspecify.annotations.NullMarked;
