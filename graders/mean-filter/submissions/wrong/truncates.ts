// diagnosis: truncated
// from: slow/sum-each-window.ts
// a Uint8Array cuts the fraction off
// -       out[y * w + x] = Math.round(sum / (ksize * ksize))
// +       out[y * w + x] = sum / (ksize * ksize)
