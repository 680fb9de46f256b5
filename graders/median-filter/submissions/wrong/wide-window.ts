// diagnosis: radius-is-ksize
// from: slow/sort-each-window.ts
// `ksize` taken for the radius
// -   const r = (ksize - 1) / 2
// +   const r = ksize
// -   const window = new Uint8Array(ksize * ksize)
// +   const window = new Uint8Array((2 * ksize + 1) ** 2)
