import { JAVASCRIPT_LEXIS } from '../../protocol/code-text.ts'
import type { LanguageSupport } from '../../protocol/language.ts'
import { DECLARATIONS, declarations, declaredNames } from './declarations.ts'
import {
  camelCase,
  describeJavaScript,
  findNode,
  JAVASCRIPT_MEMORY_ERROR,
  NODE_DENIES,
  nodeCommand,
  nodeReads,
  nodeVersion,
  unfilledJavaScript,
} from './javascript.ts'
import { javaScriptDoc } from './javascript-doc.ts'
import { explainSyntax } from './source/explain-syntax.ts'
import { tellLoading } from './tell-loading.ts'

export const javascript: LanguageSupport = {
  language: 'js',
  name: 'JavaScript',
  extension: '.js',
  lineComment: '//',
  variantOf: 'ts',
  functionName: camelCase,
  lexis: JAVASCRIPT_LEXIS,
  spell: (name) => name,
  describe: describeJavaScript,
  findTool: findNode,
  compile: undefined,
  explainSyntax,
  versionOf: nodeVersion,
  denies: NODE_DENIES,
  command: nodeCommand,
  reads: nodeReads,
  referenceFile: 'reference.js',
  shownReference: 'reference.js',
  showReference: asWritten,
  harnessFile: 'node.cjs',
  companions: declarations,
  tellLoading,
  memoryError: JAVASCRIPT_MEMORY_ERROR,
  warmMs: 120,
  unfilled: unfilledJavaScript,
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
