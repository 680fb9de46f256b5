import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { FIXTURE_WRITER } from '../src/author/new-exercise/grader-tools.ts'
import { BUILT_IN_FILE, encodeBuiltIn } from '../src/content/built-in-content.ts'
import { parseBuiltIn } from '../src/content/parse-built-in.ts'
import { formatFault } from '../src/core/fault.ts'
import { buildGraders } from './build-graders.ts'
import { buildKit } from './build-kit.ts'
import { buildLaterFiles, leaveLater } from './later-files.ts'
import { quickStart } from './quick-start.ts'
import { separateParts } from './separate-parts.ts'

/**
 * Everything that runs is bundled into dist/: Node strips no types under node_modules, so an installed package cannot run
 * .ts files in place. What a command imports dynamically is in its file, but not run before; only these parts are files of their own,
 * for to read a large one costs more than all that the commonest commands do. Each holds what it needs, so that what two of them share
 * is there twice: of classes, only a `Problem` is known across them. Graders and what runs beside a submission lie apart.
 */
const MODULES = {
  program: 'src/cli/parts/start-program.ts',
  'run-screens': 'src/ui/terminal/run-screens.tsx',
  'parse-built-in': 'src/content/parse-built-in.ts',
  'optimize-monthly': 'src/cli/optimize-monthly.ts',
  unpack: 'src/app/own-input/unpack.ts',
  'statistics-page': 'src/output/html/statistics-page.ts',
  hub: 'src/cli/hub/run-hub.ts',
}
/**
 * What must start quickly: one function each, which the launcher can run from compiled code that it keeps. Short names make that
 * a fifth shorter; where ANNEAL_DEBUG asks for stack traces, the module of the program is run.
 */
const SCRIPTS = {
  program: 'src/cli/parts/start-program.ts',
  plain: 'src/cli/parts/start-plain.ts',
  screens: 'src/cli/parts/start-screens.ts',
}

const UNKNOWN_HASH = '0'.repeat(64)

/** Node lets no script import without a warning, so that the launcher does it for them. */
const IMPORT = /\bawait import\(/g

/** Built aside and moved into place, so that a program that is starting never meets half a build. */
const OUT = join('.cache', `build-${process.pid}`)
const DIST = 'dist'

const options = {
  bundle: true,
  platform: 'node',
  target: 'node26',
  // Names stay, for stack traces.
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: 'linked',
  // One is a program of its own; one makes mutants, for authors, in a clone; two are binaries that only a fit and a hub load; one is not there.
  external: [
    'esbuild',
    '@stryker-mutator/instrumenter',
    '@open-spaced-repetition/binding',
    '@electric-sql/pglite',
    'pg-native',
  ],
  alias: { 'react-devtools-core': './tools/nothing.ts' },
  plugins: [separateParts(MODULES), quickStart],
} as const satisfies BuildOptions
const production = { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' }

await build({
  ...options,
  outdir: OUT,
  entryPoints: MODULES,
  format: 'esm',
  define: production,
  // CommonJS packages inside the bundle ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
})
const commonJs = {
  ...options,
  minifyIdentifiers: true,
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  define: { ...production, 'import.meta.dirname': '__dirname', 'import.meta.url': '__filename' },
} as const satisfies BuildOptions
await buildLaterFiles(commonJs, OUT)
await build({
  ...commonJs,
  outdir: OUT,
  entryPoints: SCRIPTS,
  plugins: [leaveLater, ...options.plugins],
  banner: { js: `/*${UNKNOWN_HASH}*/(function (require, __load, __filename, __dirname) {` },
  footer: { js: '})' },
})
for (const name of Object.keys(SCRIPTS)) finishScript(join(OUT, `${name}.cjs`))
await buildGraders('graders', join(OUT, 'graders')).catch(endAsTold)
await buildKit(join(OUT, 'kit'))
cpSync(join('tools', FIXTURE_WRITER), join(OUT, 'kit', FIXTURE_WRITER))
for (const path of ['decks', 'exercises'].filter((folder) => existsSync(folder))) {
  cpSync(path, join(OUT, path), { recursive: true })
}
// Parsed once here, so that the program starts without a Markdown or YAML parser.
const { decks, exercises, faults } = await parseBuiltIn('.')
for (const fault of faults) console.warn(formatFault(fault))
writeFileSync(join(OUT, BUILT_IN_FILE), encodeBuiltIn(decks, exercises, buildName(decks)))
moveIntoPlace()

/** What esbuild refuses in a grader it has told with its place: a stack of ours says nothing to whoever writes one. */
function endAsTold(error: unknown): never {
  if (!(error instanceof Error && 'errors' in error)) throw error
  rmSync(OUT, { recursive: true, force: true })
  process.exit(1)
}

/** Another build may end at the same time: the last one stands. */
function moveIntoPlace(): void {
  rmSync(DIST, { recursive: true, force: true })
  try {
    renameSync(OUT, DIST)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^(?:ENOTEMPTY|EEXIST)$/.test(String(error.code))))
      throw error
    moveIntoPlace()
  }
}

/** Another one wherever the parsers or the decks are others. */
function buildName(content: object): string {
  const hash = createHash('sha256').update(JSON.stringify(content))
  for (const name of globSync('*.{js,cjs}', { cwd: OUT }).sort()) hash.update(readFileSync(join(OUT, name)))
  return hash.digest('hex').slice(0, 32)
}

/**
 * The launcher reads scripts as Latin-1, which is half as long: what esbuild leaves in other letters, regular expressions, is spelled out.
 * In the first line stands a hash of all: compiled code is kept with it, and V8 itself compares lengths only.
 */
function finishScript(path: string): void {
  const text = readFileSync(path, 'utf8')
    .replace(/[^\0-\x7f]/g, spelled)
    .replace(IMPORT, 'await __load(')
  if (/\bimport\(/.test(text)) throw new Error(`${path} imports in a way that is not known here`)
  writeFileSync(path, text.replace(UNKNOWN_HASH, createHash('sha256').update(text).digest('hex')))
}

function spelled(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}
