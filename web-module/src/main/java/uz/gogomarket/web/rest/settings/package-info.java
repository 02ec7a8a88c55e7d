/** Settings over REST. */
@NullMarked
package uz.gogomarket.web.rest.settings;

import org.jspecify.annotations.NullMarked;
