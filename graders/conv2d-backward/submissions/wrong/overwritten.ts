// diagnosis: pixels-overwritten
// from: accepted/scattered.ts
// -                 gradX[pixel] += g(n, o, i, j) * weight.data[tap]
// +                 gradX[pixel] = g(n, o, i, j) * weight.data[tap]
