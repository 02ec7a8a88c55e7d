/** What tells an operator that the server lives and can serve. */
@NullMarked
package uz.gogomarket.web.health;

import org.jspecify.annotations.NullMarked;
