/** What failed attempts of any day brought back stays until it is answered; few attempts bring something back. */
export const recalls = `
  create index attempt_with_recalls on attempt (day) where recalls <> '[]';
`
