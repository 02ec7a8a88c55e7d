/* What this page is called, and nothing of its maker's welcome. */
export default {
  app: {name: 'Cockpit', vendor: 'GoGoMarket'},
  disableWelcomeMessage: true,
};
