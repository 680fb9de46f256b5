import type { PlotOptions } from '@observablehq/plot'
import type { Say, Text } from '../../core/locale.ts'
import { escapeHtml } from './escape-html.ts'
import { svgChart } from './svg-chart.ts'

/** A chart with its numbers in a table behind it; one of both may be missing. */
export interface Figure {
  readonly title: Text
  readonly chart?: PlotOptions | undefined
  readonly table?: Table | undefined
  /** Its table is what one came for, and stands open below the chart. */
  readonly isTableOpen?: boolean
  readonly note?: Text | undefined
  /** Said where there is neither, in place of the usual. */
  readonly nothing?: Text
}

export interface Table {
  readonly head: readonly Text[]
  readonly rows: readonly (readonly PageCell[])[]
}

export type PageCell = string | LinkedCell | Prose

export interface LinkedCell {
  readonly text: string
  readonly href: string
}

/** Sentences, which want room and lines of their own. */
export interface Prose {
  readonly sentences: readonly string[]
}

export function figureHtml(
  { title, chart, table, isTableOpen = false, note, nothing = NOTHING_YET }: Figure,
  say: Say,
): string {
  const name = escapeHtml(say(title))
  const parts = [
    `<section><h2>${name}</h2>`,
    ...(chart ? [`<figure tabindex="0">${svgChart(chart, say(title))}</figure>`] : []),
    ...(note ? [`<p>${escapeHtml(say(note))}</p>`] : []),
    ...(table ? [foldedTable(table, chart !== undefined && !isTableOpen, name, say)] : []),
    ...(chart || table ? [] : [`<p>${escapeHtml(say(nothing))}</p>`]),
    '</section>',
  ]
  return parts.join('\n')
}

const NOTHING_YET: Text = { en: 'Nothing yet.', zh: '还没有数据。' }
const NUMBERS: Text = { en: 'The numbers', zh: '查看数据' }

function foldedTable(table: Table, isFolded: boolean, caption: string, say: Say): string {
  const html = tableHtml(table, caption, say)
  return isFolded ? `<details><summary>${escapeHtml(say(NUMBERS))}</summary>${html}</details>` : html
}

function tableHtml({ head, rows }: Table, caption: string, say: Say): string {
  const headCells = head.map(
    (text, column) => `<th scope="col"${classOf(rows[0]?.[column])}>${escapeHtml(say(text))}</th>`,
  )
  const body = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((cell) => `<td${classOf(cell)}>${cellHtml(cell)}</td>`).join('')
    return `<tr><th scope="row"${classOf(first)}>${cellHtml(first)}</th>${rest}</tr>`
  })
  return `<div class="table"><table><caption>${caption}</caption><thead><tr>${headCells.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`
}

function classOf(cell: PageCell | undefined): string {
  return typeof cell === 'object' && 'sentences' in cell ? ' class="prose"' : ''
}

function cellHtml(cell: PageCell): string {
  if (typeof cell === 'string') return escapeHtml(cell)
  if ('sentences' in cell) return cell.sentences.map(escapeHtml).join('<br>')
  return `<a href="${escapeHtml(cell.href)}">${escapeHtml(cell.text)}</a>`
}
