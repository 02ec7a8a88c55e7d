/**
 * What every REST endpoint shares: the application, JSON, problem documents (RFC 9457), who calls,
 * idempotency keys, versions, pages, caching, budgets and the description. The resources themselves
 * stand in one package per capability below.
 */
@NullMarked
package uz.gogomarket.web.rest;

import org.jspecify.annotations.NullMarked;
