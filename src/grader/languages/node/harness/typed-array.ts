/** What a typed array is, whatever it says itself: by the functions that stood before a submission was loaded. */

const apply = Reflect.apply
const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as object
const getTag = getterOf(Symbol.toStringTag)
const getBuffer = getterOf('buffer')
const getByteOffset = getterOf('byteOffset')
const getByteLength = getterOf('byteLength')
const Bytes = Uint8Array
const copyOf = Uint8Array.prototype.slice

/** The name of its class. */
export function tagOf(array: object): string {
  return getTag(array) as string
}

export function copyBytes(array: object): Uint8Array {
  // Of what was taken away from it nothing can be made.
  if (getByteLength(array) === 0) return new Bytes(0)
  const bytes = new Bytes(
    getBuffer(array) as ArrayBuffer,
    getByteOffset(array) as number,
    getByteLength(array) as number,
  )
  return apply(copyOf, bytes, [])
}

function getterOf(key: string | symbol): (array: object) => unknown {
  const get = Object.getOwnPropertyDescriptor(typedArray, key)?.get
  return (array) => apply(get as () => unknown, array, [])
}
