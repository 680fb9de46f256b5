// diagnosis: none
// from: accepted/two-losses.ts
// -   return (1 - epsilon) * plain + epsilon * smooth
// +   return (1 - epsilon / 2) * plain + (epsilon / 2) * smooth
