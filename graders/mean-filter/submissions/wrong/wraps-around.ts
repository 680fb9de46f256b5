// diagnosis: border-wrap
// from: slow/sum-each-window.ts
// -   while (i < 0 || i >= n) i = n === 1 ? 0 : i < 0 ? -i : 2 * (n - 1) - i
// -   return i
// +   return ((i % n) + n) % n
