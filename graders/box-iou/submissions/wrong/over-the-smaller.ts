// diagnosis: divides-by-smaller
// from: accepted/two-loops.ts
// -       const union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - common
// +       const union = Math.min((ax2 - ax1) * (ay2 - ay1), (bx2 - bx1) * (by2 - by1))
