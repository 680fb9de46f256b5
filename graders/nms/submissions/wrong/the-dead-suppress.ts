// diagnosis: suppressed-suppress
// from: accepted/suppress-flags.ts
// -     if (gone[i]) continue
// -     kept.push(order[i])
// +     if (!gone[i]) kept.push(order[i])
