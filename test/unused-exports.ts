import { dirname, join, relative } from 'node:path'

/** A file by its path from the root. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

const VALUE = /^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm
const NAMED = /\b(?:import|export)(?: type)? \{([^}]*)\} from '(\.[^']+)'/g
const STAR = /\* as \w+ from '(\.[^']+)'/g
const LATER = /\bimport\(\s*'(\.[^']+)'/g

/** The values exported below src/ that no other of the files imports, as `path: name`. */
export function unusedExports(files: readonly SourceFile[]): readonly string[] {
  const used = new Set(files.flatMap(importedBy))
  return files
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ path, text }) => [...text.matchAll(VALUE)].map(([, name]) => ({ path, name })))
    .filter(({ path, name }) => !used.has(`${path}: ${name}`) && !used.has(`${path}: *`))
    .map(({ path, name }) => `${path}: ${name}`)
}

/** What a file takes from a module that it loads later is not told: each of its words may be it. */
function importedBy({ path, text }: SourceFile): readonly string[] {
  const from = (target = '') => relative('.', join(dirname(path), target))
  return [
    ...[...text.matchAll(NAMED)].flatMap(([, names = '', target]) =>
      names.split(',').map((name) => `${from(target)}: ${/^\s*(?:type )?(\w+)/.exec(name)?.[1]}`),
    ),
    ...[...text.matchAll(STAR)].map(([, target]) => `${from(target)}: *`),
    ...[...text.matchAll(LATER)].flatMap(([, target]) =>
      [...text.matchAll(/\w+/g)].map(([word]) => `${from(target)}: ${word}`),
    ),
  ]
}
