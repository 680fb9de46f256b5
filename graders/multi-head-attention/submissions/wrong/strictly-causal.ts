// diagnosis: causal-without-itself
// from: accepted/online.ts
// -       for (let s = 0; s < (causal ? t + 1 : T); s++) {
// +       for (let s = 0; s < (causal ? t : T); s++) {
