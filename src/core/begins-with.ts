/** Whether a file begins with these bytes, written as characters of Latin-1. */
export function beginsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((letter, at) => bytes[at] === letter.charCodeAt(0))
}
