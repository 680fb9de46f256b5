// from: accepted/suppress-flags.ts
// -   return { shape: [kept.length], data: new Int32Array(kept) }
// +   return kept
