// diagnosis: area-under-envelope
// from: accepted/class-by-class.ts
// -   let sum = 0
// -   for (let i = 0, n = 0; i <= 100; i++) {
// -     while (n < points.length && points[n].recall < i / 100) n++
// -     if (n < points.length) sum += points[n].precision
// -   }
// -   return sum / 101
// +   let area = 0
// +   points.forEach(({ recall, precision }, n) => {
// +     area += (recall - (points[n - 1]?.recall ?? 0)) * precision
// +   })
// +   return area
