import { readFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import type { OnLoadResult, Plugin } from 'esbuild'
import { LONE_GRAPHEMES } from '../src/core/display-width.ts'
import { stubsOf } from './function-stubs.ts'
import { SCREENS } from './later-files.ts'

/**
 * Makes what the bundle holds start quickly, without a change in what it does. Each part was as long at start as the program's own
 * code; a part that no longer finds what it replaces fails the build.
 */
export const quickStart: Plugin = {
  name: 'quick-start',
  setup(build) {
    build.onResolve({ filter: BUILTIN }, ({ path }) => ({ path, namespace: 'builtin' }))
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => lazyBuiltin(path))
    // ink's dependencies bring five copies; they differ in rare characters only.
    build.onResolve({ filter: /^string-width$/ }, () => ({
      path: resolve('node_modules/string-width/index.js'),
    }))
    build.onResolve({ filter: /^\.\/binding$/ }, ({ resolveDir }) =>
      /[\\/]better-sqlite3[\\/]lib$/.test(resolveDir)
        ? { path: resolve('tools/sqlite-binding.ts') }
        : undefined,
    )
    build.onLoad({ filter: LATER }, ({ path, suffix }) => (suffix === NOW ? undefined : callLater(path)))
    build.onResolve({ filter: /\?now$/ }, ({ path }) => ({ path: path.slice(0, -NOW.length), suffix: NOW }))
    build.onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, ({ path }) => rewrite(path, lazyWidth))
    build.onLoad({ filter: /[\\/]yoga-wasm-base64-esm\.js$/ }, ({ path }) => rewrite(path, decodingYoga))
    build.onLoad({ filter: /[\\/]marked\.esm\.js$/ }, ({ path }) => rewrite(path, lazyMarked))
  },
}

/**
 * The screens, each of which is run when it is opened; what none calls before somebody works on an exercise, the judge and all languages;
 * what only a log of an older program needs, or a look at the statistics; formulas, which few cards have; and what most texts can do without.
 */
const LATER = new RegExp(
  [
    `/src/ui/(?:${SCREENS.join('|')})/[\\w-]+-screen\\.ts$`,
    '/src/grader/(?:grade-submission|languages/all-languages)\\.ts$',
    '/src/store/(?:admit-kept|measure-calibration)\\.ts$',
    '/src/core/formula\\.ts$',
    '/node_modules/(?:string-width|decode-named-character-reference)/index\\.js$',
  ]
    .join('|')
    .replaceAll('/', '[\\\\/]'),
)
const NOW = '?now'

/** The same functions, whose module is run when the first of them is called. It may export nothing else. */
async function callLater(path: string): Promise<OnLoadResult> {
  const contents = stubsOf(await readFile(path, 'utf8'), path, JSON.stringify(path + NOW))
  return { contents, loader: 'js' }
}

const BUILTIN = new RegExp(
  `^(node:)?(${builtinModules.filter((name) => /^[a-z]/.test(name) && !name.includes(':')).join('|')})$`,
)

/**
 * An import of a built-in module loads it at once and reads each of its exports, among them getters such as `process.stdin` that load
 * more. Here it is loaded when the first of its exports is used. They are inherited, for esbuild copies what is a module's own into each
 * module that imports it, and first asks whether it was an ES module.
 */
function lazyBuiltin(name: string): OnLoadResult {
  const load = `process.getBuiltinModule(${JSON.stringify(name)})`
  const loaded: unknown = process.getBuiltinModule(name)
  if (/^(?:node:)?process$/.test(name) || typeof loaded !== 'object') {
    return { contents: `module.exports = ${load}`, loader: 'js' }
  }
  const contents = `const get = (_, name) => name === '__esModule' ? undefined : ${load}[name];
module.exports = Object.create(new Proxy({}, { get }));`
  return { contents, loader: 'js' }
}

/**
 * V8 expands `\p{RGI_Emoji}` to thousands of sequences when the literal is read. The same expression, made only for a text that can
 * hold an emoji at all: each has one of these properties or is a keycap. The segmenter loads tables of its own, which
 * most texts can do without.
 */
function lazyWidth(replace: Replace): void {
  const literal = /^const emojiPrefixRegex = \/(.*)\/v;$/m
  replace(
    literal,
    (_, expression) => `const emojiPrefixRegex = (() => {
	const hint = /[\\p{Extended_Pictographic}\\p{Emoji_Presentation}\\p{Regional_Indicator}\\u{FE0F}]/u;
	let regex;
	const exec = text => hint.test(text) ? (regex ??= new RegExp(String.raw\`${expression}\`, 'v')).exec(text) : null;
	return {exec, test: text => exec(text) !== null};
})();`,
  )
  replace(
    'const segmenter = new Intl.Segmenter();',
    () => `const lone = /^[${LONE_GRAPHEMES}]*$/;
let loaded; const segmenter = {
	segment: text => lone.test(text) ? Array.from(text, segment => ({segment})) : (loaded ??= new Intl.Segmenter()).segment(text)
};`,
  )
}

/** yoga fetches its WebAssembly from a data URL, for which Node loads an HTTP client; it can as well decode the text itself. */
function decodingYoga(replace: Replace): void {
  replace('"function"!=typeof fetch?Promise', () => 'true?Promise')
}

/** Most cards are prose; marked compiles its grammar when the first one is not. */
function lazyMarked(replace: Replace): void {
  replace(/export\{([^}]*)\};/, (_, exported) => {
    const Marked = /(\w+) as Marked\b/.exec(exported)?.[1]
    if (Marked === undefined) throw new Error('marked no longer exports its class')
    return `return ${Marked};};let made;export const Marked=function(...args){return new (made??=make())(...args)};`
  })
  replace(/^/, () => 'const make=()=>{')
}

type Replace = (what: string | RegExp, by: (whole: string, ...groups: string[]) => string) => void

async function rewrite(path: string, change: (replace: Replace) => void): Promise<OnLoadResult> {
  let contents = await readFile(path, 'utf8')
  change((what, by) => {
    const before = contents
    contents = contents.replace(what, by)
    if (contents === before) throw new Error(`${path} no longer has what is replaced here: ${what}`)
  })
  return { contents, loader: 'js' }
}
