/** Accounts over REST: logging in, oneself, and what admins decide about others. */
@NullMarked
package uz.gogomarket.web.rest.identity;

import org.jspecify.annotations.NullMarked;
