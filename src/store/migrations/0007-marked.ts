/** Finds what is suspended or a leech, which few cards are, for the summary of every start. */
export const marked = `
  create index card_state_marked on card_state (suspended, leech) where suspended = 1 or leech = 1;
`
