export function layersOf(grads: Iterable<number>, sizes: Iterable<number>): readonly (readonly number[])[] {
  const all = Array.from(grads)
  return Array.from(sizes, (size) => all.splice(0, size))
}
