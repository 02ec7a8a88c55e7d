/**
 * What is sold: categories, products with variants, options, attributes and pictures, their prices
 * and their stock; how buyers list, search and open them.
 *
 * <p>What always holds: stock never falls below zero unless the seller allows backorders, however
 * many take it at once; stock is kept on the variants where a product has them; a combination of
 * options exists once per product; slugs are unique among the living; every change of a price is
 * kept by the database; what a thing costs now is said by the SQL function {@code effective_price}
 * and nowhere else; the list that buyers read holds exactly the public products, in the transaction
 * that made them so; and reading costs no write.
 */
@NullMarked
package uz.gogomarket.catalog;

import org.jspecify.annotations.NullMarked;
