import { loadStatement, statementPath } from '../content/load-content.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Locale, Text } from '../core/locale.ts'
import { type InputRange, rangeText } from '../core/range.ts'
import { typeAt } from '../core/ranged-names.ts'
import type { Param } from '../core/signature.ts'
import type { Folders } from './deps.ts'
import { languageThere, statementFolder } from './exercise-files.ts'

/**
 * The statement, and before its example what the input may be: `exercise.yaml` says that once, for this and
 * for the cases.
 */
export function wholeStatement(folders: Folders, exercise: Exercise): Text {
  const { signature, input } = exercise
  const folder = statementFolder(folders, exercise)
  const section = input && inputSection(signature.params, input)
  const inLanguage = (wanted: Locale) => {
    const locale = languageThere(exercise, wanted, (one) => statementPath(folder, one))
    const text = loadStatement(folder, locale, exercise.isOwn ? WRITE_IT : undefined)
    if (section === undefined) return text
    const at = text.indexOf(`\n${EXAMPLES[locale]}`)
    return at < 0
      ? `${text}\n${section[locale]}`
      : `${text.slice(0, at)}\n${section[locale]}${text.slice(at)}`
  }
  return {
    en: inLanguage('en'),
    zh: inLanguage('zh'),
  }
}

const WRITE_IT: Text = {
  en: 'Write it: docs/own-exercises.md says what belongs there.',
  zh: '请写好它：内容见 docs/own-exercises.md。',
}

const EXAMPLES: Text = { en: '**Example**', zh: '**示例**' }

function inputSection(params: readonly Param[], input: readonly InputRange[]): Text {
  const rows = input.map(({ names, range }) => {
    const code = names.map((name) => `\`${name}\``)
    const isLength = names.some((name) => typeAt(params, name) === undefined)
    const { en, zh } = rangeText(range)
    return {
      en: `- ${code.join(', ')}${isLength ? ' (length)' : ''}: ${en}`,
      zh: `- ${code.join('、')}${isLength ? '（长度）' : ''}：${zh}`,
    }
  })
  return {
    en: [
      '**Input**: whatever these ranges and the conventions allow may come, and nothing else.',
      '',
      ...rows.map(({ en }) => en),
      '',
    ].join('\n'),
    zh: [
      '**输入范围**：凡满足以下范围和上述约定的输入都可能出现，其他输入不会出现。',
      '',
      ...rows.map(({ zh }) => zh),
      '',
    ].join('\n'),
  }
}
