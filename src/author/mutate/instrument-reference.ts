import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Instrumenter } from '@stryker-mutator/instrumenter'
import type { Plugin } from 'esbuild'
import { namedMutants, type ReferenceMutant } from './reference-mutant.ts'

/** A reference with all its mutants in it, each behind a switch. */
export interface InstrumentedReference {
  /** The text of a CommonJS module. */
  readonly code: string
  readonly mutants: readonly ReferenceMutant[]
}

/**
 * The reference and what it imports from its own folder; the kit stays as it is.
 * @param folder `graders/ID`
 */
export async function instrumentReference(folder: string): Promise<InstrumentedReference> {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter')
  const sources = (await filesOf(folder)).map((path) => ({
    name: path,
    mutate: true,
    content: readFileSync(path, 'utf8'),
  }))
  const { files, mutants } = await new Instrumenter(SILENT).instrument(sources, EVERY_OPERATOR)
  const texts = new Map(files.map(({ name, content }) => [name, content]))
  const { outputFiles } = await bundle(folder, [inPlaceOf(texts)])
  return {
    code: outputFiles[0]?.text ?? '',
    mutants: sources.flatMap(({ name, content }) => {
      const changes = mutants.filter(({ fileName }) => fileName === name)
      return namedMutants(relative(folder, name), content, changes)
    }),
  }
}

/** `noHeader`: the switches are the switchboard's, and not Stryker's own. */
const EVERY_OPERATOR = { plugins: null, excludedMutations: [], ignorers: [], noHeader: true }

/** The files of the folder that the reference is made of. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const { metafile } = await bundle(folder, [])
  return Object.keys(metafile.inputs)
    .map((path) => resolve(path))
    .filter((path) => !relative(resolve(folder), path).startsWith('..'))
}

async function bundle(folder: string, plugins: Plugin[]) {
  const { build } = await import('esbuild')
  return build({
    entryPoints: [join(folder, 'reference.ts')],
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'neutral',
    target: 'node26',
    // As an exercise of one's own calls it.
    alias: { 'anneal/kit': join(import.meta.dirname, '..', '..', 'kit', 'kit.ts') },
    logLevel: 'warning',
    plugins,
  })
}

function inPlaceOf(texts: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'instrumented',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = texts.get(path)
        return contents === undefined ? undefined : { contents, loader: 'ts' }
      })
    },
  }
}

const no = () => false
const nothing = () => undefined
const SILENT: ConstructorParameters<typeof Instrumenter>[0] = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
}
