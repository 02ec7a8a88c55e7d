package uz.gogomarket.wallets;

import uz.gogomarket.platform.Money;

/**
 * Where an order's money stands.
 *
 * @param escrow held until the release or a refund
 * @param cashOnDelivery taken by the courier, not handed in yet
 * @param released what the settlement paid out; zero before it
 * @param commission the platform's share of it, less what was given back
 * @param tax the tax in it, less what was given back
 */
public record OrderFunds(
    Money escrow, Money cashOnDelivery, Money released, Money commission, Money tax) {}
