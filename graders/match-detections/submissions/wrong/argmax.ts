// diagnosis: equal-overlaps-first
// from: accepted/flags.ts
// -       if (overlap >= bestIou) {
// +       if (best < 0 ? overlap >= bestIou : overlap > bestIou) {
