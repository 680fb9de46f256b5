// diagnosis: weight-transposed
// from: accepted/pixel-by-pixel.ts
// -         for (let c = 0; c < C; c++) sum += weight.data[o * C + c] * pixel[c]
// +         for (let c = 0; c < C; c++) sum += weight.data[c * O + o] * pixel[c]
