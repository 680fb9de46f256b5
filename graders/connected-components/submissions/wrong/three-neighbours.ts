// diagnosis: upper-right-left-out
// from: accepted/union-find.ts
// -         if (x < w - 1) meet(at - w + 1)
