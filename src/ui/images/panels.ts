import { displayWidth } from '../../core/display-width.ts'
import { apart, cropText, type Line, lineWidth, run } from '../text/line.ts'
import { inColumns } from '../text/side-by-side.ts'

/** An image under its title. */
export interface Panel {
  readonly title: string
  readonly lines: readonly Line[]
}

export const PANEL_GAP = 2

/** Side by side, as many in a row as the width takes, the others below. */
export function panelLines(panels: readonly Panel[], width: number): readonly Line[] {
  return apart(rowsOf(panels, width).map((row) => rowLines(row, width)))
}

function rowsOf(panels: readonly Panel[], width: number): readonly (readonly Panel[])[] {
  const rows: Panel[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const panel of panels) {
    used += PANEL_GAP + panelWidth(panel)
    if (used > width) {
      rows.push([])
      used = panelWidth(panel)
    }
    rows.at(-1)?.push(panel)
  }
  return rows
}

function rowLines(panels: readonly Panel[], width: number): readonly Line[] {
  const columns = panels.map((panel) => {
    const title: Line = [run(cropText(panel.title, width), 'hint')]
    return { lines: [title, ...panel.lines], width: panelWidth(panel) }
  })
  return inColumns(columns, PANEL_GAP)
}

function panelWidth({ title, lines }: Panel): number {
  return Math.max(displayWidth(title), ...lines.map(lineWidth))
}
