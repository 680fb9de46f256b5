// diagnosis: gaps-left
// from: accepted/union-find.ts
// -   return { shape, data: labels.map((label) => (label === 0 ? 0 : numbers[find(label)])) }
// +   return { shape, data: labels.map((label) => find(label)) }
