import type { LanguageSupport } from '../../protocol/language.ts'
import { DECLARATIONS, declaredNames } from './declarations.ts'
import { camelCase, ON_NODE } from './javascript.ts'
import { javaScriptDoc } from './javascript-doc.ts'

export const javascript: LanguageSupport = {
  ...ON_NODE,
  language: 'js',
  name: 'JavaScript',
  extension: '.js',
  variantOf: 'ts',
  shownReference: 'reference.js',
  showReference: asWritten,
  starter(exercise, locale) {
    const names = exercise.signature.params.map((param) => param.name)
    const declared = declaredNames(exercise)
    return [
      ...(declared.length > 0
        ? [`/** @import { ${declared.join(', ')} } from '${DECLARATIONS}' */`, '']
        : []),
      ...javaScriptDoc(exercise, locale, true),
      `export function ${camelCase(exercise.id)}(${names.join(', ')}) {`,
      "  throw new Error('not implemented')",
      '}',
      '',
    ].join('\n')
  },
}

/** A bundler made it: people export where they define. */
function asWritten(text: string): string {
  const exported = /\nexport \{\n {2}(\w+)\n\};?\s*$/
  const name = exported.exec(text)?.[1]
  return text
    .replace(/^\/\/ .*\n/, '')
    .replace(exported, '\n')
    .replace(`function ${name}(`, `export function ${name}(`)
    .replace(/^var /gm, 'const ')
}
