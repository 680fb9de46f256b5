import { type PlotOptions, plot } from '@observablehq/plot'
import { parseHTML } from 'linkedom'

const { document } = parseHTML('<!doctype html><html><body></body></html>')

/** What stands in a page: no script, and only colours of the page's style. */
export function svgChart(options: PlotOptions, label: string): string {
  const svg = plot({
    width: WIDTH,
    ariaLabel: label,
    ...options,
    document: document as unknown as NonNullable<PlotOptions['document']>,
  })
  return asImage(svg as unknown as SvgElement)
}

/** As much of an element as is asked of it here. */
interface SvgElement {
  readonly outerHTML: string
  readonly setAttribute: (name: string, value: string) => void
  readonly querySelectorAll: (selector: string) => Iterable<{ readonly remove: () => void }>
}

/** Without the style that Plot gives it: the page's own has the same, and is the only one that a page lets in. */
function asImage(svg: SvgElement): string {
  svg.setAttribute('role', 'img')
  for (const style of [...svg.querySelectorAll('style')]) style.remove()
  return svg.outerHTML
}

const WIDTH = 720
