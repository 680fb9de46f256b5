// diagnosis: no-envelope
// from: accepted/class-by-class.ts
// -   for (let n = points.length - 2; n >= 0; n--) {
// -     points[n].precision = Math.max(points[n].precision, points[n + 1].precision)
// -   }
