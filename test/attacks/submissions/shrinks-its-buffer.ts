// verdict: invalid-output
// message: A later call changed this result
let last: any

export function meanFilter(image: any, ksize: number): any {
  last?.resize(0)
  last = new (ArrayBuffer as any)(image.data.length, { maxByteLength: 1 << 20 })
  const data = new Uint8Array(last)
  data.set(right(image, ksize).data)
  return { shape: [...image.shape], data }
}
