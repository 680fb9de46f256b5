/**
 * What an answer changes on a large file is a page of each index, read, written and copied back: the two that
 * held all seen cards go.
 */
export const fewerIndexes = `
  drop index card_state_seen;
  drop index card_state_seen_by_name;
`
