/**
 * The server's yardstick: the least web application, deployed beside the marketplace while a
 * benchmark runs and at no other time. It is packed by the benchmark itself and in no archive of
 * the product.
 */
@NullMarked
package uz.gogomarket.benchmarks.yardstick;

import org.jspecify.annotations.NullMarked;
