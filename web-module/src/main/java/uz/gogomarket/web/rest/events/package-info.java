/** Whether events arrive at their consumers, over REST. */
@NullMarked
package uz.gogomarket.web.rest.events;

import org.jspecify.annotations.NullMarked;
