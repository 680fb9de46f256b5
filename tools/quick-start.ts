import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * V8 expands `\p{RGI_Emoji}` to thousands of sequences when the literal is read, which takes as long as all else before the first
 * screen. The same expression, made only for a text that can hold an emoji at all: each has one of these properties or is a keycap.
 */
const LAZY_EMOJI = `const emojiPrefixRegex = (() => {
	const hint = /[\\p{Extended_Pictographic}\\p{Emoji_Presentation}\\p{Regional_Indicator}\\u{FE0F}]/u;
	let regex;
	const exec = text => hint.test(text) ? (regex ??= new RegExp(SOURCE, 'v')).exec(text) : null;
	return {exec, test: text => exec(text) !== null};
})();`

const EMOJI_LITERAL = /^const emojiPrefixRegex = \/(.*)\/v;$/m

/** yoga fetches its WebAssembly from a data URL, for which Node loads an HTTP client; it can as well decode the text itself. */
const YOGA_FETCH = '"function"!=typeof fetch?Promise'
const YOGA_DECODE = 'true?Promise'

/** Makes what the bundle holds start quickly, without a change in what it does. */
export const quickStart: Plugin = {
  name: 'quick-start',
  setup(build) {
    // ink's dependencies bring five copies; they differ in rare characters only.
    build.onResolve({ filter: /^string-width$/ }, () => ({
      path: resolve('node_modules/string-width/index.js'),
    }))
    build.onLoad({ filter: /[\\/]yoga-wasm-base64-esm\.js$/ }, async ({ path }) => ({
      contents: replaceOnce(await readFile(path, 'utf8'), YOGA_FETCH, YOGA_DECODE, path),
      loader: 'js',
    }))
    build.onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const [whole, literal = ''] = EMOJI_LITERAL.exec(source) ?? ['the literal of emoji', '']
      const lazy = LAZY_EMOJI.replace('SOURCE', () => `String.raw\`${literal}\``)
      return { contents: replaceOnce(source, whole, lazy, path), loader: 'js' }
    })
  },
}

function replaceOnce(source: string, from: string, to: string, path: string): string {
  if (source.split(from).length !== 2) throw new Error(`${path} no longer has what is replaced here: ${from}`)
  return source.replace(from, () => to)
}
