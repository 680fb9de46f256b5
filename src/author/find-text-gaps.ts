import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../core/exercise.ts'
import { LOCALES, type Locale, type Text } from '../core/locale.ts'
import { namedIn } from '../grader/cases/combination.ts'
import type { AnyGrader } from '../grader/cases/load-grader.ts'
import { writtenLocales } from './written-locales.ts'

const STATEMENT_PARTS: { readonly [L in Locale]: readonly string[] } = {
  en: ['**Conventions**', '**Example**', 'Source: '],
  zh: ['**约定**', '**示例**', '来源：'],
}
const SOLUTION_PARTS: { readonly [L in Locale]: readonly string[] } = {
  en: ['**Why it is right**', '**What it costs**', '**The trap**', 'Sources: '],
  zh: ['**为什么正确**', '**代价**', '**陷阱**', '来源：'],
}

/** What is told before and after the verdict. */
export function gapsInTexts(
  exercise: Exercise,
  folder: string,
  learnerFolder: string | undefined,
): readonly string[] {
  return [
    ...(learnerFolder === undefined || exercise.isOwn
      ? []
      : missingIn(exercise, learnerFolder, 'statement', STATEMENT_PARTS)),
    ...missingIn(exercise, folder, 'solution', SOLUTION_PARTS),
  ]
}

function missingIn(
  exercise: Exercise,
  folder: string,
  stem: string,
  parts: typeof SOLUTION_PARTS,
): readonly string[] {
  const nameIn = (locale: Locale) => `${stem}.${locale}.md`
  return writtenLocales(exercise, folder, nameIn).flatMap((locale) => {
    const name = nameIn(locale)
    const path = join(folder, name)
    if (!existsSync(path)) return [`It has no ${name}.`]
    const text = readFileSync(path, 'utf8')
    return parts[locale]
      .filter((part) => !text.includes(part))
      .map((part) => `${name} does not say "${part.replaceAll('*', '')}".`)
  })
}

/** Words of the grader's that lack a language: types say so too, but own graders are bundled without asking them. */
export function gapsInWords(grader: AnyGrader): readonly string[] {
  return [...wordsIn(grader)].flatMap(([place, text]) =>
    LOCALES.filter((locale) => typeof text[locale] !== 'string' || text[locale] === '').map(
      (locale) => `${place} has no \`${locale}\`${seen(text)}: what a learner reads is { en, zh }.`,
    ),
  )
}

function seen({ en, zh }: Partial<Text>): string {
  return en || zh ? ` beside "${en || zh}"` : ''
}

function* wordsIn({
  cases,
  relations = [],
  rules,
  traits = [],
  performance: { fast, lean, growth, memory } = {},
}: AnyGrader): Generator<readonly [place: string, text: Partial<Text>]> {
  for (const { name } of cases) yield ['The name of a case', name]
  for (const { name } of relations) yield ['The name of a relation', name]
  for (const { id, mistake } of namedIn(rules?.choices ?? [])) yield [`The mistake ${id}`, mistake]
  for (const { id, name } of rules?.profiles ?? []) yield [`The profile ${id}`, name]
  for (const { text } of traits) yield ['A trait', text]
  if (fast) yield ['`performance.fast`', fast]
  if (lean) yield ['`performance.lean`', lean]
  for (const { causes = [] } of [growth, memory].flatMap((sizes) => Object.values(sizes ?? {})))
    for (const cause of causes) yield ['A cause of a growth', cause]
}
