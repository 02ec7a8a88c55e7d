/**
 * The double-entry journal, and the wallets that stand on it.
 *
 * <p>Every movement of money is one journal entry whose postings sum to zero. A posting's amount is
 * positive when it credits the account (the platform owes more) and negative when it debits it. A
 * wallet's lines are its postings with the balance before and after; a wallet never goes below
 * zero, and an order never gives out more than it holds. What is written is never changed: the
 * database refuses it, whoever asks, and checks all of this again when a transaction commits.
 *
 * <p>A wallet locks its own row. The platform's accounts (escrow, commission, tax, clearing) are
 * only ever summed, so that no two orders wait for each other.
 */
@NullMarked
package uz.gogomarket.wallets;

import org.jspecify.annotations.NullMarked;
