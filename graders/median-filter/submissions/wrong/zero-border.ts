// diagnosis: zero-padding
// from: slow/sort-each-window.ts
// -         const row = Math.min(Math.max(y + dy, 0), h - 1) * w
// +         const row = (y + dy) * w
// -           window[n++] = image.data[row + Math.min(Math.max(x + dx, 0), w - 1)]
// +           const inside = y + dy >= 0 && y + dy < h && x + dx >= 0 && x + dx < w
// +           window[n++] = inside ? image.data[row + x + dx] : 0
