// diagnosis: log-of-sigmoid
// from: accepted/four-loops.ts
// - const softplus = (z: number) => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)))
// - const bce = (z: number, t: number) => softplus(z) - t * z
// + const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))
// + const bce = (z: number, t: number) => -t * Math.log(sigmoid(z)) - (1 - t) * Math.log(1 - sigmoid(z))
