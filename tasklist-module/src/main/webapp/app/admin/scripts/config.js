/* What this page is called, and nothing of its maker's welcome. */
export default {
  app: {name: 'Admin', vendor: 'GoGoMarket'},
  disableWelcomeMessage: true,
};
