/** Formulas stand in the HTML as one letter each while that is read. */
const FIRST = 0xf0000
const LAST = 0xf7fff

export interface MarkedHtml {
  readonly html: string
  readonly formulas: ReadonlyMap<string, FoundFormula>
}

interface FoundFormula {
  readonly latex: string
  readonly isDisplay: boolean
}

/** Letters that the reading of a text uses for itself. */
const OWN = /[\u{f0000}-\u{f8fff}]/gu

/** What is opened anew begins there: of a thousand openers that are never closed each is looked behind but once. */
const FORMULA = new RegExp(
  [
    between(/\\\(/, /\\\)/),
    // Behind a line's break, `\\[2pt]`, there is none.
    between(/(?<!\\)\\\[/, /\\\]/),
    between(/\[\$\]/, /\[\/\$\]/),
    between(/\[\$\$\]/, /\[\/\$\$\]/),
    between(/\[latex\]/, /\[\/latex\]/),
    between(/<anki-mathjax(?: block="(true)")?[^<>]*>/, /<\/anki-mathjax>/, /<anki-mathjax/),
  ].join('|'),
  'gis',
)

function between(open: RegExp, close: RegExp, anew = open): string {
  return `${open.source}((?:(?!${anew.source}).)+?)${close.source}`
}

export function markFormulas(source: string): MarkedHtml {
  const formulas = new Map<string, FoundFormula>()
  const html = source
    .replace(OWN, '')
    .replace(FORMULA, (whole: string, ...groups: readonly (string | undefined)[]) => {
      const [inline, display, shortInline, shortDisplay, latex, isBlock, mathjax] = groups
      const content = inline ?? display ?? shortInline ?? shortDisplay ?? latex ?? mathjax ?? ''
      const code = FIRST + formulas.size
      if (code > LAST) return whole
      const mark = String.fromCodePoint(code)
      const isDisplay = display !== undefined || shortDisplay !== undefined || isBlock !== undefined
      formulas.set(mark, { latex: latexOf(content), isDisplay })
      return mark
    })
  return { html, formulas }
}

/** Between dollars; what those cannot hold stands as code. */
export function withFormulas(markdown: string, formulas: MarkedHtml['formulas']): string {
  return markdown.replace(
    /([\u{f0000}-\u{f7fff}])([0-9A-Za-z_({$]?)/gu,
    (_, mark: string, behind: string) => {
      const formula = formulas.get(mark)
      if (formula === undefined) return behind
      const gap = behind === '' ? '' : ' '
      return formulaMarkdown(formula) + gap + behind
    },
  )
}

const LONGEST = 1900

function formulaMarkdown({ latex, isDisplay }: FoundFormula): string {
  if (latex === '') return ''
  if (/[$`]|\n\n|\\$/.test(latex) || latex.length > LONGEST)
    return `\`${latex.replaceAll('`', "'").replace(/\s+/g, ' ')}\``
  return isDisplay ? `$$${latex}$$` : `$${latex}$`
}

/** Anki's editor puts tags and names of characters into formulas too. */
function latexOf(html: string): string {
  const text = html
    .replace(/<br\s*\/?>|<\/div>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
  return text
    .replace(/^\$+([^$]*)\$+$/, '$1')
    .replace(/^\\(?:begin\{math\})([\s\S]*)\\end\{math\}$/, '$1')
    .trim()
}
