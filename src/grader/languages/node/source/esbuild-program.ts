import { createRequire } from 'node:module'
import { Problem } from '../../../../core/problem.ts'

/** What esbuild is to make of TypeScript, spelled as its library has it. */
export const TRANSFORM = {
  loader: 'ts',
  target: 'node26',
  sourcemap: 'inline',
  // The text lies beside it.
  sourcesContent: false,
  logLevel: 'error',
  logLimit: 1,
  color: false,
  // No file of that name is looked for.
  tsconfigRaw: '{}',
} as const

/** The same, as its program has it. */
export function transformFlags(fileName: string, text: string, decorators: Decorators): readonly string[] {
  const tsconfigRaw = decorators === 'older' ? OLDER_DECORATORS : TRANSFORM.tsconfigRaw
  const options = { ...TRANSFORM, tsconfigRaw, sourcefile: fileName, ...requireBanner(text) }
  return Object.entries(options).map(([name, value]) => `--${flagOf(name)}=${value}`)
}

/** Those of the language, or those that TypeScript had before, which parameters may have too. */
export type Decorators = 'standard' | 'older'
const OLDER_DECORATORS = '{"compilerOptions":{"experimentalDecorators":true}}'

/** A file that imports as CommonJS does needs its `require`; in the same line, no line moves. */
export function requireBanner(text: string): { readonly banner?: string } {
  return IMPORT_REQUIRE.test(text) ? { banner: REQUIRE } : {}
}

const IMPORT_REQUIRE = /\bimport\s+(?:type\s+)?[\w$]+\s*=\s*require\s*\(/
const REQUIRE =
  'import { createRequire as annealCreateRequire } from "node:module"; const require = annealCreateRequire(import.meta.url);'

function flagOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The program of this platform: the library's own way to it starts a Node first. */
export function findEsbuild(): string {
  const here = createRequire(import.meta.url)
  const { platform, arch } = process
  const file = platform === 'win32' ? 'esbuild.exe' : 'bin/esbuild'
  try {
    return createRequire(here.resolve('esbuild')).resolve(`@esbuild/${platform}-${arch}/${file}`)
  } catch (cause) {
    throw new Problem(
      {
        en: `There is no esbuild for ${platform}-${arch}, which makes JavaScript of TypeScript.`,
        zh: `没有适用于 ${platform}-${arch} 的 esbuild，无法把 TypeScript 转成 JavaScript。`,
      },
      {
        remedy: {
          en: 'Run `npm install` again without --omit=optional, or submit JavaScript.',
          zh: '请重新运行 `npm install`，不要加 --omit=optional；或者提交 JavaScript。',
        },
        cause,
      },
    )
  }
}
