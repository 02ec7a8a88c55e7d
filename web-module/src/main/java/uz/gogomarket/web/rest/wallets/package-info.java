/** Wallets, deposits and the books over REST. */
@NullMarked
package uz.gogomarket.web.rest.wallets;

import org.jspecify.annotations.NullMarked;
