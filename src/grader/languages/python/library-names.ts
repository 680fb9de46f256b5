/**
 * The first of some dotted names (`cv2.medianBlur`) that a Python text speaks of outside its imports, under
 * whatever name it imported them. What it looks up at run time is not found.
 * @param code without comments, its strings empty
 */
export function findLibraryName(code: string, names: readonly string[]): string | undefined {
  const { bound, stars, rest } = readImports(code.replace(/\\\n/g, ' '))
  const resolve = resolverOf(bound, stars)
  bindAliases(rest, bound, resolve)
  const mentioned = [...rest.matchAll(CHAIN)].flatMap(([chain]) => resolve(bare(chain)))
  return names.find((name) => mentioned.some((path) => path === name || path.startsWith(`${name}.`)))
}

interface Imports {
  /** What a name of the text stands for: `np` for `numpy`. */
  readonly bound: Map<string, string>
  /** Modules all of whose names were imported. */
  readonly stars: readonly string[]
  /** The text without its imports. */
  readonly rest: string
}

const CHAIN = /(?<![\w.])[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*/g
const FROM = /(?<=^|[;:])[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]*(?:\(([^)]{0,5000})\)|([^\n;]+))/gm
const IMPORT = /(?<=^|[;:])[ \t]*import[ \t]+([^\n;]+)/gm
/** `blur = cv2.medianBlur`, alone on its line. */
const ALIAS = /(?<![\w.])([A-Za-z_]\w*)[ \t]*=[ \t]*([A-Za-z_][\w. \t]*?)[ \t]*(?=;|$)/gm

function readImports(code: string): Imports {
  const bound = new Map<string, string>()
  const stars: string[] = []
  const withoutFrom = code.replace(FROM, (_, module: string, inParens = '', onLine = '') => {
    for (const [name, as] of importedIn(`${inParens}${onLine}`)) {
      if (name === '*') stars.push(module)
      else bound.set(as ?? name, `${module}.${name}`)
    }
    return ' '
  })
  const rest = withoutFrom.replace(IMPORT, (_, list: string) => {
    for (const [name, as] of importedIn(list)) {
      const [first = name] = name.split('.')
      bound.set(as ?? first, as === undefined ? first : name)
    }
    return ' '
  })
  return { bound, stars, rest }
}

/** `a.b as c, d` */
function importedIn(list: string): readonly (readonly [name: string, as: string | undefined])[] {
  return list
    .split(',')
    .map((one) => one.trim().split(/\s+as\s+/))
    .flatMap(([name, as]) => (name ? [[bare(name), as] as const] : []))
}

/** All that a chain of names may stand for. */
function resolverOf(bound: ReadonlyMap<string, string>, stars: readonly string[]) {
  return (chain: string): readonly string[] => {
    const [head = '', ...tail] = chain.split('.')
    const path = bound.get(head)
    if (path !== undefined) return [[path, ...tail].join('.')]
    return stars.map((module) => `${module}.${chain}`)
  }
}

function bindAliases(
  code: string,
  bound: Map<string, string>,
  resolve: (chain: string) => readonly string[],
): void {
  for (const [, name = '', value = ''] of code.matchAll(ALIAS)) {
    const [path] = resolve(bare(value))
    if (path !== undefined && !bound.has(name)) bound.set(name, path)
  }
}

function bare(chain: string): string {
  return chain.replace(/\s+/g, '')
}
