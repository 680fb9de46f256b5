// diagnosis: scaled-by-largest-value
// from: reference.ts
// -   const largest = data.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
// +   const largest = data.length > 0 ? Math.max(...data) : 0
