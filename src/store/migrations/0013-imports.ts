/**
 * Events of imports: what another program held of a card, and what Anki's notes were. An import's files lie
 * beside the decks until its log is written; its name stands here from then on until they are in their
 * places.
 */
export const imports = `
  create table import_to_finish (name text primary key) strict, without rowid;
`
