import type { Dtype } from '../../../core/value.ts'
import { JAVASCRIPT_LEXIS } from '../../protocol/code-text.ts'
import type { LanguageSupport } from '../../protocol/language.ts'
import { paramName, resultName } from '../../protocol/named-types.ts'
import { DECLARATIONS, declarations, declaredNames, declaredText, TYPED_ARRAYS } from './declarations.ts'
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
import { translateTypeScript } from './source/translate-typescript.ts'
import { tellLoading } from './tell-loading.ts'

export const typescript: LanguageSupport = {
  language: 'ts',
  name: 'TypeScript',
  extension: '.ts',
  lineComment: '//',
  functionName: camelCase,
  lexis: JAVASCRIPT_LEXIS,
  spell: (name) => name,
  describe: describeJavaScript,
  findTool: findNode,
  compile: undefined,
  translate: translateTypeScript,
  explainSyntax,
  versionOf: nodeVersion,
  denies: NODE_DENIES,
  command: nodeCommand,
  reads: nodeReads,
  referenceFile: 'reference.js',
  shownReference: 'reference.ts',
  showReference: withStarterTypes,
  harnessFile: 'node.cjs',
  companions: declarations,
  tellLoading,
  memoryError: JAVASCRIPT_MEMORY_ERROR,
  warmMs: 120,
  unfilled: unfilledJavaScript,
  starter(exercise, locale) {
    const { params, returns } = exercise.signature
    const declared = declaredNames(exercise)
    return [
      ...(declared.length > 0 ? [`import type { ${declared.join(', ')} } from '${DECLARATIONS}'`, ''] : []),
      ...javaScriptDoc(exercise, locale, false),
      `export function ${camelCase(exercise.id)}(`,
      ...params.map((param) => `  ${param.name}: ${declaredText(param.type, paramName(param))},`),
      `): ${declaredText(returns, resultName(exercise))} {`,
      "  throw new Error('not implemented')",
      '}',
      '',
    ].join('\n')
  },
}

/** The kit's type of an array is nothing that a learner has. */
function withStarterTypes(text: string): string {
  return text
    .replace(/^import type \{ Nd \} from .*$/m, `import type { NdArray } from '${DECLARATIONS}'`)
    .replace(/\bNd<'(u8|i32|f32|f64)'>/g, (_, dtype: Dtype) => `NdArray<${TYPED_ARRAYS[dtype]}>`)
}
