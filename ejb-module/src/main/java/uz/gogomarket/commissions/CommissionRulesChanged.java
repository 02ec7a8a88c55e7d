package uz.gogomarket.commissions;

/** The rules are not what they were; inside the transaction that changes them. */
record CommissionRulesChanged() {}
