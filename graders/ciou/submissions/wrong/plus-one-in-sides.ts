// diagnosis: plus-one
// from: reference.ts
// -     const [aw, ah, bw, bh] = [ax2 - ax1, ay2 - ay1, bx2 - bx1, by2 - by1]
// -     const width = Math.min(ax2, bx2) - Math.max(ax1, bx1)
// -     const height = Math.min(ay2, by2) - Math.max(ay1, by1)
// +     const [aw, ah, bw, bh] = [ax2 - ax1 + 1, ay2 - ay1 + 1, bx2 - bx1 + 1, by2 - by1 + 1]
// +     const width = Math.min(ax2, bx2) - Math.max(ax1, bx1) + 1
// +     const height = Math.min(ay2, by2) - Math.max(ay1, by1) + 1
