import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { References } from '../core/pictures/references.ts'
import { INSTALL_AGAIN, Problem } from '../core/problem.ts'

/**
 * The built references, each loaded when it is first asked for: most sessions need none. A missing one is a Problem.
 */
export function referenceLoader(graderRoot: string): References {
  return (exercise) => loadReference(graderRoot, exercise)
}

const require = createRequire(import.meta.url)

/** At once, not by `import()`: a screen is drawn without waiting. */
function loadReference<Reference>(graderRoot: string, exercise: string): Reference {
  const path = resolve(join(graderRoot, exercise, 'reference.js'))
  if (!existsSync(path)) {
    throw new Problem(
      { en: `There is no reference ${path}.`, zh: `参考实现 ${path} 不存在。` },
      { remedy: INSTALL_AGAIN },
    )
  }
  const module = require(path) as { readonly [name: string]: Reference }
  const name = exercise.replace(/-./g, (hyphened) => hyphened.charAt(1).toUpperCase())
  const reference = module[name]
  if (reference === undefined) throw new TypeError(`${path} exports no ${name}`)
  return reference
}
