// diagnosis: search-begun-at-zero
// from: slow/each-row-and-column.ts
// -     let least = 255
// +     let least = 0
