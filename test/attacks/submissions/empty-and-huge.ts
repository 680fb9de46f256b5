// verdict: invalid-output
export function meanFilter(): any {
  return { shape: [9007199254740991, 0], data: new Uint8Array(0) }
}
