import { resolve } from 'node:path'
import type { Plugin } from 'esbuild'

/** Leaves a dynamic import of one of these entry points to the file that it is built to. */
export function separateParts(parts: { readonly [name: string]: string }): Plugin {
  const nameOf = new Map(Object.entries(parts).map(([name, path]) => [resolve(path), name]))
  return {
    name: 'separate-parts',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        const name = nameOf.get(resolve(resolveDir, path))
        return kind === 'dynamic-import' && name !== undefined
          ? { path: `./${name}.js`, external: true }
          : undefined
      })
    },
  }
}
