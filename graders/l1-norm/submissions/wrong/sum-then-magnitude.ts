// diagnosis: magnitude-of-sum
// from: accepted/dot-with-signs.ts
// -   Array.from(data, (x) => x * Math.sign(x)).reduce((a, b) => a + b, 0)
// +   Math.abs(data.reduce((a, b) => a + b, 0))
