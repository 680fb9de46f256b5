// diagnosis: constant-is-its-level
// from: accepted/within-classes.ts
// -   return levels[costs.indexOf(Math.min(...costs))] ?? 0
// +   return levels[costs.indexOf(Math.min(...costs))] ?? pixels[0]
