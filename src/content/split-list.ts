import { fenceAfter } from '../core/fence.ts'

export interface ListedText {
  /** What stands before the list. */
  readonly body: string
  readonly items: readonly ListItem[]
}

export interface ListItem {
  /** `x` or a space for an option, the number for a step. */
  readonly mark: string
  readonly text: string
}

const OPTION = /^ {0,3}(?:[-*+]|\d{1,3}[.)])[ \t]{1,4}\[([ xX])\](?:[ \t]|$)/
const STEP = /^ {0,3}(\d{1,3})[.)](?:[ \t]|$)/

/** The options of a choice: a task list in the prompt. A paragraph behind them is of no option. */
export function splitOptions(text: string): ListedText {
  return splitList(text, OPTION, 'body')
}

/**
 * Whether a list puts things in order: at least two steps, counted from one, that are no questions, with no
 * question below them. With an answer it does only where question or answer speak of an order, and not where
 * the answer names one of them, as `2` does of numbered options.
 */
export function isOrdering({ body, items }: ListedText, answer: string | undefined): boolean {
  const numbers = items.map(({ mark }) => Number(mark))
  const rises = numbers.every((number, at) => at === 0 || number >= (numbers[at - 1] ?? 0))
  if (items.length < 2 || (numbers[0] ?? 0) > 1 || !rises) return false
  if (/\n[ \t]*\n\S/.test(items.at(-1)?.text ?? '') || items.every(({ text }) => /[?？]$/.test(text)))
    return false
  if (!answer) return true
  return (asksOrder(body) || saysOrder(answer)) && !namesItem(answer, items)
}

/** `Which order is right?` and `How is bread baked?`, but neither `Which sort is stable?` nor `Compare:` */
function asksOrder(body: string): boolean {
  const question = (body.split('\n').at(-1) ?? '').slice(-300)
  if (ORDER.test(question)) return true
  if (STEPS.test(question)) return !ONE_OF_THEM.test(question)
  return PROCEDURE.test(question) && !OTHER_QUESTION.test(question)
}

const ORDER = /\b(?:order|sequence|arrange|rank)\b|顺序|次序|先后|依次|排[列好出]|流程|过程|排序[。:：?？]*$/i

/** `Which steps does it have?`, but not `Which of the steps needs labels?` */
const STEPS = /\b(?:steps|stages|phases)\b|步骤|阶段/i
const ONE_OF_THEM = /\b(?:which|what) (?:of|one|step|stage|phase)\b|哪(?:一|个|项|步|种)/i

/** What may as well ask which of the items it is, or how many of them. */
const PROCEDURE =
  /\b(?:(?:re)?order(?:ed|ing)|sort|step|procedure|process|pipeline|workflow|algorithm|timeline|chronolog\w*|(?:a|de)scending|(?:in|de)creasing|before|after|how|(?:first|smallest|largest|earliest|oldest) to)\b|[各几]步|[升降]序|从[^，。]{1,12}到|怎[样么]|如何/i
const OTHER_QUESTION = /\b(?:which|who|how (?:many|much))\b|哪|(?:下列|以下|下面).*(?:是|的有)[?？:：]*$/i

function saysOrder(answer: string): boolean {
  return /\b(?:before|after|then|precedes?|follows?)\b|先|再|之前|之后/i.test(answer)
}

function namesItem(answer: string, items: readonly ListItem[]): boolean {
  const plain = plainly(answer)
  if (NAMED.test(plain)) return true
  const said = plain.replace(LEAD, '').replace(/^\(?\d{1,3}[.)]\s*/, '')
  const texts = items.map(({ text }) => plainly(text)).filter((text) => text !== '')
  const numbered = /^[#([]?(\d{1,3})[)\]]?\s?[(:,–—-]\s?(.*)$/s.exec(said)
  const behind = numbered && texts[Number(numbered[1]) - 1]
  if (behind && numbered[2]?.startsWith(behind)) return true
  return texts.some((text) => said.startsWith(text) && ENDS.test(said.slice(text.length)))
}

/** In small letters, with figures for `②` and `２`, without Markdown's marks. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\*\*|`/g, '')
    .trim()
    .toLowerCase()
}

/** What stands before the item that an answer names. */
const LEAD =
  /^(?:(?:it(?:'s| is)|(?:the )?(?:(?:right|correct) )?(?:answers?|options?|one)? ?(?:is|are|:)|correct:|only|both|just|(?:正确)?(?:答案|选项)?(?:是|为|:)|正确答案|只有|(?:应|故)?选)\s*){1,3}/

/** What may stand behind it: why, or its number. */
const BECAUSE = String.raw`(?:[,:;–—-]\s?(?:because|since|for|as|因为)| because | since |因为)`
const ENDS = new RegExp(String.raw`^(?:[.!。]?$|\s?[(\[]\d{1,3}[)\]][.。]?$|${BECAUSE})`)

/** `2`, `1 and 3`, `Option 2, because …`, `The answer is 2.`, `选项 2`, `第 2 项`, `The second.`, `None of them` */
const NUMBER = String.raw`[([]?\d{1,3}[.)\]]?`
const ORDINAL = String.raw`(?:the )?(?:first|second|third|fourth|fifth|last)(?: one| option)?|第[一二三四五六七八九]\s?(?:项|个|条|种)`
const NAMED = new RegExp(
  String.raw`^(?:${LEAD.source.slice(1)})?(?:(?:(?:number|no\.|nr\.|#|options?|answers?|选项?|答案|第)\s*)?${NUMBER}(?:(?:\s?[,、;/&和或]\s?|\s(?:and|or)\s|\s)${NUMBER})*\s?(?:only|项|个|条|号|种)?` +
    String.raw`|(?:options? )?[a-h](?:(?:\s?[,、&]\s?| and )[a-h])*|${ORDINAL}` +
    `|(?:all|none|neither|both|any|either)(?: of (?:them|these|the above))?|(?:以上|它们)?(?:全部|都是|都对|都不是|都不对|皆是|皆非))` +
    `(?:[.!。]?$|${BECAUSE})`,
)

/** The steps of an ordering: a numbered list at the end of the prompt. */
export function splitSteps(text: string): ListedText {
  return splitList(text, STEP, 'item')
}

/**
 * Lines in code fences begin no item; other lines go on with the item above.
 * @param paragraph what one behind an item belongs to, if it does not stand further in
 */
function splitList(text: string, pattern: RegExp, paragraph: 'item' | 'body'): ListedText {
  const body: string[] = []
  const items: { mark: string; lines: string[] }[] = []
  let open = body
  let fence: string | undefined
  let isBehindBlank = false
  for (const line of text.split('\n')) {
    const isPlain = fence === undefined
    const match = isPlain ? pattern.exec(line) : null
    fence = fenceAfter(line, fence)
    if (match !== null) {
      open = [line.slice(match[0].length)]
      items.push({ mark: match[1] ?? '', lines: open })
    } else {
      if (paragraph === 'body' && isPlain && isBehindBlank && /^\S/.test(line) && open !== body) {
        open = body
        open.push('')
      }
      open.push(line)
    }
    isBehindBlank = line.trim() === ''
  }
  return {
    body: body.join('\n').trim(),
    items: items.map(({ mark, lines }) => ({ mark: mark.toLowerCase(), text: unindent(lines) })),
  }
}

function unindent(lines: readonly string[]): string {
  return lines
    .map((line, at) => (at === 0 ? line : line.replace(/^ {1,4}/, '')))
    .join('\n')
    .trim()
}
