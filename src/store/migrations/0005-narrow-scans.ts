/**
 * Suspended cards stay out of the index of steps, where leeches pile up; what is due, and which ids of a deck
 * were seen, is read from an index alone.
 */
export const narrowScans = `
  drop index card_state_on_steps;
  create index card_state_on_steps on card_state (due) where due is not null and suspended = 0;
  drop index card_state_by_due_day;
  create index card_state_by_due_day on card_state (due_day, buried_on, card, last_day, stability)
    where due_day is not null and suspended = 0;
  create index card_state_seen_by_name on card_state (card) where stability is not null;
`
