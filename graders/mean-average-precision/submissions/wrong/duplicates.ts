// diagnosis: duplicates-counted
// from: accepted/class-by-class.ts
// -     if (best >= 0) free[best] = false
