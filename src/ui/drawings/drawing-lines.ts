import { displayWidth } from '../../core/display-width.ts'
import type { BarGroup, Drawing, GreyImage, LabelledImage } from '../../core/drawing.ts'
import type { Say } from '../../core/locale.ts'
import { type Panel, panelLines } from '../images/panels.ts'
import { imageLines } from '../images/pixel-grid.ts'
import { type Line, padText, run } from '../text/line.ts'
import type { PixelGrid } from '../theme/pixels.ts'
import { chartLines } from './chart-lines.ts'
import { labelText } from './label-text.ts'

/** A card's picture, no line wider than `width`. */
export function drawingLines(drawing: Drawing, say: Say, width: number): readonly Line[] {
  switch (drawing.kind) {
    case 'images':
      return imagesSideBySide(drawing.images, say, width)
    case 'chart':
      return chartLines(drawing.chart, say, width)
    case 'bars':
      return barLines(drawing.groups, say, width)
  }
}

const IMAGE_ROWS = 10

function imagesSideBySide(images: readonly LabelledImage[], say: Say, width: number): readonly Line[] {
  const panels = images.map(
    ({ label, image }): Panel => ({
      title: labelText(label, say),
      lines: imageLines(greyGrid(image), { columns: width, rows: IMAGE_ROWS }),
    }),
  )
  return panelLines(panels, width)
}

function greyGrid({ shape, data }: GreyImage): PixelGrid {
  const [height = 0, width = 0] = shape
  return { scale: 'grey', height, width, values: Array.from(data, (grey) => grey / 255) }
}

const LONGEST_BAR = 40

function barLines(groups: readonly BarGroup[], say: Say, width: number): readonly Line[] {
  const first = Math.max(...groups.map(({ label }) => displayWidth(labelText(label, say)))) + 2
  const second =
    Math.max(...groups.flatMap(({ bars }) => bars.map(({ label }) => displayWidth(labelText(label, say))))) +
    2
  const longest = Math.min(LONGEST_BAR, width - first - second - ' 0.00'.length)
  return groups.flatMap(({ label, bars }) =>
    bars.map(
      (bar, at): Line => [
        run(padText(at === 0 ? labelText(label, say) : '', first), 'strong'),
        run(padText(labelText(bar.label, say), second), 'hint'),
        run('█'.repeat(Math.round(bar.value * longest)), 'code'),
        run(` ${bar.value.toFixed(2)}`),
      ],
    ),
  )
}
