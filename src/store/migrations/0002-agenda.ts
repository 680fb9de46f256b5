/** Finds what a day asks for without looking at every card. */
export const agenda = `
  create index card_state_by_due_day on card_state (due_day) where due_day is not null and suspended = 0;
  create index card_state_on_steps on card_state (due) where due is not null;
  create index card_state_unseen on card_state (card) where kind = 'new';
  create index card_state_seen on card_state (last_day, stability, card) where stability is not null;
`
