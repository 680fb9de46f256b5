import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Instrumenter } from '@stryker-mutator/instrumenter'
import type { BuildOptions } from 'esbuild'
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
  const [{ build }, { Instrumenter }] = await Promise.all([
    import('esbuild'),
    import('@stryker-mutator/instrumenter'),
  ])
  const { metafile } = await build({ ...bundleOf(folder), metafile: true })
  const paths = Object.keys(metafile.inputs).map((path) => resolve(path))
  const sources = paths
    .filter((path) => !relative(resolve(folder), path).startsWith('..'))
    .map((path) => ({ name: path, mutate: true, content: readFileSync(path, 'utf8') }))
  const { files, mutants } = await new Instrumenter(SILENT).instrument(sources, EVERY_OPERATOR)
  const instrumented = new Map(files.map(({ name, content }) => [name, content]))
  const { outputFiles } = await build({
    ...bundleOf(folder),
    plugins: [
      {
        name: 'instrumented',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const contents = instrumented.get(path)
            return contents === undefined ? undefined : { contents, loader: 'ts' }
          })
        },
      },
    ],
  })
  return {
    code: outputFiles[0]?.text ?? '',
    mutants: sources.flatMap(({ name, content }) =>
      namedMutants(
        relative(folder, name),
        content,
        mutants.filter(({ fileName }) => fileName === name),
      ),
    ),
  }
}

const EVERY_OPERATOR = { plugins: null, excludedMutations: [], ignorers: [], noHeader: true }

function bundleOf(folder: string) {
  return {
    entryPoints: [join(folder, 'reference.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    target: 'node26',
    logLevel: 'warning',
  } satisfies BuildOptions
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
