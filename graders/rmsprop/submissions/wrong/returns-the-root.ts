// diagnosis: returns-root
// from: accepted/row-by-row.ts
// -   return { params: { shape: [P], data: w }, squareAvg: { shape: [P], data: v } }
// +   return { params: { shape: [P], data: w }, squareAvg: { shape: [P], data: v.map(Math.sqrt) } }
