// diagnosis: window-looks-back-only
// from: accepted/online.ts
// -     for (let s = Math.max(0, t - radius); s <= Math.min(T - 1, t + radius); s++) {
// +     for (let s = Math.max(0, t - radius); s <= t; s++) {
