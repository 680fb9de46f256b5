// diagnosis: prewitt
// from: accepted/nine-weights.ts
// - const X = [-1, 0, 1, -2, 0, 2, -1, 0, 1]
// - const Y = [-1, -2, -1, 0, 0, 0, 1, 2, 1]
// + const X = [-1, 0, 1, -1, 0, 1, -1, 0, 1]
// + const Y = [-1, -1, -1, 0, 0, 0, 1, 1, 1]
