// diagnosis: matched-by-object-again
// from: accepted/flags.ts
// -   for (const d of order) {
// +   for (let g = 0; g < G; g++) {
// -     for (let g = 0; g < G; g++) {
// -       if (taken[g]) continue
// +     for (const d of order) {
// -         best = g
// +         best = d
// -       taken[best] = 1
// -       tp[d] = 1
// +       tp[best] = 1
