import { dirname } from 'node:path'

/** One file's import of another, both from the root. */
export interface FileImport {
  readonly file: string
  readonly target: string
}

/**
 * The groups of parts of a tree that import each other in a circle; each is sorted. A folder that holds only files is one part; beside folders
 * each file is a part of its own, as `stage.ts` is beside `home/`.
 */
export function importCircles(imports: readonly FileImport[]): readonly (readonly string[])[] {
  const files = imports.flatMap(({ file, target }) => [file, target])
  const withFolders = new Set(files.map((file) => dirname(dirname(file))))
  const partOf = (file: string) => (withFolders.has(dirname(file)) ? file : dirname(file))
  const edges = new Map<string, Set<string>>()
  for (const { file, target } of imports) {
    const [from, to] = [partOf(file), partOf(target)]
    if (from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to))
  }
  return circlesIn(edges)
}

function circlesIn(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const reached = new Map([...edges.keys()].map((part) => [part, reachedFrom(part, edges)]))
  const inCircle = [...edges.keys()].filter((part) => reached.get(part)?.has(part)).sort()
  const circles = inCircle.map((part) =>
    inCircle.filter((other) => reached.get(part)?.has(other) && reached.get(other)?.has(part)),
  )
  return circles.filter(([first], at) => first === inCircle[at])
}

function reachedFrom(part: string, edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [part]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const to of edges.get(next) ?? []) {
      if (reached.has(to)) continue
      reached.add(to)
      open.push(to)
    }
  }
  return reached
}
