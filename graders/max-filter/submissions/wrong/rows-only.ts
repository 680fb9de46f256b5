// diagnosis: row-only
// from: slow/two-passes.ts
// -   return { shape: [h, w], data: out }
// +   return { shape: [h, w], data: rows }
