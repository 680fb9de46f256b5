import { JAVASCRIPT_LEXIS } from '../../protocol/code-text.ts'
import type { LanguageSupport } from '../../protocol/language.ts'
import {
  camelCase,
  describeJavaScript,
  explainSyntax,
  findNode,
  JAVASCRIPT_MEMORY_ERROR,
  javaScriptDoc,
  NODE_DENIES,
  nodeCommand,
  nodeReads,
  nodeVersion,
} from './javascript.ts'

export const javascript: LanguageSupport = {
  language: 'js',
  name: 'JavaScript',
  extension: '.js',
  lineComment: '//',
  variantOf: 'ts',
  functionName: camelCase,
  lexis: JAVASCRIPT_LEXIS,
  describe: describeJavaScript,
  findTool: findNode,
  compile: undefined,
  explainSyntax: explainSyntax,
  versionOf: nodeVersion,
  denies: NODE_DENIES,
  command: nodeCommand,
  reads: nodeReads,
  referenceFile: 'reference.js',
  harnessFile: 'node.js',
  companions: [],
  memoryError: JAVASCRIPT_MEMORY_ERROR,
  warmMs: 120,
  starter(exercise, locale) {
    const names = exercise.signature.params.map((param) => param.name)
    return [
      ...javaScriptDoc(exercise, locale),
      `export function ${camelCase(exercise.id)}(${names.join(', ')}) {`,
      "  throw new Error('not implemented')",
      '}',
      '',
    ].join('\n')
  },
}
