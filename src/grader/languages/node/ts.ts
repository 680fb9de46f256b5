import type { Dtype } from '../../../core/value.ts'
import type { LanguageSupport } from '../../protocol/language.ts'
import { paramName, resultName } from '../../protocol/named-types.ts'
import { DECLARATIONS, declaredNames, declaredText, TYPED_ARRAYS } from './declarations.ts'
import { camelCase, ON_NODE } from './javascript.ts'
import { javaScriptDoc } from './javascript-doc.ts'
import { translateTypeScript } from './source/translate-typescript.ts'

export const typescript: LanguageSupport = {
  ...ON_NODE,
  language: 'ts',
  name: 'TypeScript',
  extension: '.ts',
  translate: translateTypeScript,
  shownReference: 'reference.ts',
  showReference: withStarterTypes,
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
