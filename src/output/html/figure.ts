import type { PlotOptions } from '@observablehq/plot'
import type { Say, Text } from '../../core/locale.ts'
import { escapeHtml } from './escape-html.ts'
import { svgChart } from './svg-chart.ts'

/** A chart with its numbers in a table behind it; one of both may be missing. */
export interface Figure {
  readonly title: Text
  readonly chart?: PlotOptions | undefined
  readonly table?: Table | undefined
  readonly note?: Text | undefined
}

export interface Table {
  readonly head: readonly Text[]
  readonly rows: readonly (readonly string[])[]
}

export function figureHtml({ title, chart, table, note }: Figure, say: Say): string {
  const name = escapeHtml(say(title))
  const parts = [
    `<section><h2>${name}</h2>`,
    ...(chart ? [`<figure tabindex="0">${svgChart(chart, say(title))}</figure>`] : []),
    ...(note ? [`<p>${escapeHtml(say(note))}</p>`] : []),
    ...(table ? [foldedTable(table, chart !== undefined, name, say)] : []),
    ...(chart || table ? [] : [`<p>${escapeHtml(say(NOTHING_YET))}</p>`]),
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
  const headCells = head.map((text) => `<th scope="col">${escapeHtml(say(text))}</th>`).join('')
  const body = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')
    return `<tr><th scope="row">${escapeHtml(first)}</th>${rest}</tr>`
  })
  return `<div class="table"><table><caption>${caption}</caption><thead><tr>${headCells}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`
}
