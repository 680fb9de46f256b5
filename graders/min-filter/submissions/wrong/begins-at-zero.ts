// diagnosis: search-begun-at-zero
// from: slow/each-row-and-column.ts
// -   const least = data.slice()
// +   const least = data.map(() => 0)
// -   const out = least.slice()
// +   const out = data.map(() => 0)
