import type { CardContent, NumericTolerance } from '../core/card.ts'
import { isReserved, parseFormula } from '../core/formula.ts'
import { LOCALES, type Text } from '../core/locale.ts'
import { drawNumbers, EXACT_DECIMALS, formatNumber, placeholdersOf } from '../core/numeric-card.ts'
import { Problem } from '../core/problem.ts'
import type { Complain } from './note-kinds.ts'
import type { ScannedNote } from './scan-note.ts'

/** A numeric card whose expressions are all proved to parse, and to give finite numbers for some seeds. */
export function readNumeric(
  note: ScannedNote,
  prompt: Text,
  solution: Text | undefined,
  complain: Complain,
): CardContent | undefined {
  const answer = note.fields.get('answer')
  if (answer === undefined) return undefined
  const names = readNames(note, complain)
  if (names === undefined) return undefined
  if (solution === undefined) {
    complain(note.line, {
      en: 'The numeric note has no solution; add a line A: that shows how the answer is found.',
      zh: '这道计算题没有解答；请加一行 A:，写出答案的求法。',
    })
    return undefined
  }
  const isSound =
    attempt(answer.line, complain, () => parseFormula(answer.text, names)) &&
    [prompt, solution].every((text) =>
      checkPlaceholders(note, text, new Set([...names, 'answer']), complain),
    ) &&
    attempt(answer.line, complain, () =>
      SEEDS.map((seed) => drawNumbers({ lets: note.lets, answer: answer.text }, seed)),
    )
  const tolerance = isSound ? readTolerance(note, solution, complain) : undefined
  if (tolerance === undefined) return undefined
  const lets = note.lets.map(({ name, expression }) => ({ name, expression }))
  return { kind: 'numeric', prompt, lets, answer: answer.text, tolerance, unit: unitOf(note), solution }
}

const SEEDS = ['first', 'second', 'third', 'fourth']

function readNames(note: ScannedNote, complain: Complain): ReadonlySet<string> | undefined {
  const names = new Set<string>()
  for (const { name, expression, line } of note.lets) {
    if (names.has(name) || isReserved(name) || name === 'answer') {
      complain(line, {
        en: `The name "${name}" is taken; choose another.`,
        zh: `名称“${name}”已被占用；请换一个。`,
      })
      return undefined
    }
    if (!attempt(line, complain, () => parseFormula(expression, names, 'may-draw'))) return undefined
    names.add(name)
  }
  return names
}

function checkPlaceholders(
  note: ScannedNote,
  text: Text,
  names: ReadonlySet<string>,
  complain: Complain,
): boolean {
  const texts = new Set(LOCALES.map((locale) => text[locale]))
  return [...texts].every((each) => {
    const line = [...note.fields.values()].find((field) => field.text === each)?.line ?? note.line
    return placeholdersOf(each).every(({ expression }) =>
      attempt(line, complain, () => parseFormula(expression, names)),
    )
  })
}

function attempt(line: number, complain: Complain, act: () => unknown): boolean {
  try {
    act()
    return true
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    complain(line, error.line)
    return false
  }
}

function unitOf(note: ScannedNote): Text | undefined {
  const en = note.fields.get('unit')?.text
  const zh = note.fields.get('unit.zh')?.text
  return en || zh ? { en: en || zh || '', zh: zh || en || '' } : undefined
}

function readTolerance(note: ScannedNote, solution: Text, complain: Complain): NumericTolerance | undefined {
  const field = note.fields.get('tolerance')
  if (field === undefined) return { kind: 'decimals', value: shownDecimals(note, solution.en) }
  const match = /^(?:±\s?)?(\d{1,12}(?:\.\d{1,12})?(?:e-?\d{1,2})?)(\s?%)?$/.exec(field.text)
  if (match === null) {
    const shown = field.text.slice(0, 40)
    complain(field.line, {
      en: `The tolerance "${shown}" is no number; write it like 0.01 or 1%.`,
      zh: `容差“${shown}”不是数；请写成 0.01 或 1% 这样。`,
    })
    return undefined
  }
  const value = Number(match[1])
  return match[2] === undefined ? { kind: 'absolute', value } : { kind: 'relative', value: value / 100 }
}

/** The decimals with which the solution shows the answer: by a placeholder, or as a figure where nothing is drawn. */
function shownDecimals(note: ScannedNote, solution: string): number {
  const shown = placeholdersOf(solution).findLast(({ expression }) => expression.trim() === 'answer')
  if (shown !== undefined) return shown.decimals ?? EXACT_DECIMALS
  if (note.lets.length > 0) return EXACT_DECIMALS
  const { expected } = drawNumbers({ lets: [], answer: note.fields.get('answer')?.text ?? '' }, '')
  const figures = [...solution.slice(0, 5000).matchAll(/-?\d{1,15}(?:\.(\d{1,12}))?/g)]
  const figure = figures.findLast(([text, decimals = '']) => text === formatNumber(expected, decimals.length))
  return figure?.[1]?.length ?? (figure ? 0 : EXACT_DECIMALS)
}
