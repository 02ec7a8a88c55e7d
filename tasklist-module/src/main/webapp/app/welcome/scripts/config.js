/* What this page is called, and nothing of its maker's welcome. */
export default {
  app: {name: 'Welcome', vendor: 'GoGoMarket'},
  disableWelcomeMessage: true,
  links: [],
};
