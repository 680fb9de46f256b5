// verdict: wrong-answer
class Evil extends Uint8Array {
  static get [Symbol.species](): any {
    throw new Error('species')
  }
  get length() {
    return 1e9
  }
  get byteLength() {
    return 1e9
  }
}

export function meanFilter(image: any): any {
  return { shape: image.shape, data: new Evil(image.data.length) }
}
