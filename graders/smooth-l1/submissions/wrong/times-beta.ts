// diagnosis: huber
// from: accepted/in-parts.ts
// -   return (squares / beta / 2 + total(large) - (large.length * beta) / 2) / errors.length
// +   return (beta * (squares / beta / 2 + total(large) - (large.length * beta) / 2)) / errors.length
