/**
 * How fast a running marketplace is, and what an operation costs: shoppers made with Gatling, the
 * processors' accounts of the operating system, and the promises proved afterwards.
 */
@NullMarked
package uz.gogomarket.benchmarks;

import org.jspecify.annotations.NullMarked;
