// verdict: wrong-answer
// The same memory is used again for other inputs: who remembers by identity, or by the shape, answers an old question.
const known = new Map<string, any>()

export function meanFilter(image: any, ksize: number): any {
  const key = `${ksize}:${image.shape}`
  const old = known.get(key) ?? right(image, ksize)
  known.set(key, old)
  return { shape: [...old.shape], data: old.data.slice() }
}
