/** The same object, but for one method. */
export function withMethod<T extends object>(
  object: T,
  name: keyof T & string,
  method: (...args: readonly never[]) => unknown,
): T {
  return new Proxy(object, {
    get: (target, property) => {
      if (property === name) return method
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
