// diagnosis: first-overlap
// from: accepted/flags.ts
// -       if (overlap >= bestIou) {
// -         best = g
// -         bestIou = overlap
// -       }
// +       if (overlap >= threshold) {
// +         best = g
// +         break
// +       }
