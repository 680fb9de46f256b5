import { expect, test } from 'vitest'
import { parseDeck } from '../../../src/content/parse-deck.ts'
import { noteRow } from '../../../src/interop/csv/note-row.ts'
import { readNotes } from '../../../src/interop/csv/read-notes.ts'
import { isReviewLog, type LoggedRow, readReviewLog } from '../../../src/interop/csv/read-review-log.ts'
import { rowText } from '../../../src/interop/csv/write-rows.ts'

const read = (text: string, ending = '.csv') => readNotes(text, ending, (html) => `<${html}>`)
const sides = (text: string, ending?: string) =>
  read(text, ending).notes.map(({ content }) =>
    content.kind === 'basic' ? [content.prompt, content.answer] : [content.text],
  )

test('header lines of Anki say what the columns are', () => {
  const text = `#separator:tab
#html:false
#if matches:keep current
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
Abc123\tBasic\tPhysics::Forces\tForce?\t"newton
(N), said ""en-tee"""\tsi unit
d4\tCloze\tPhysics\t{{c1::F}} = {{c2::ma::two letters}}, an [array]\tNewton, 1687\t
e5\tBasic (and reversed card)\tPhysics\tA\tB\t
`
  const { notes, remarks } = read(text, '.txt')
  expect(remarks).toEqual([])
  expect(notes.map(({ guid, part, deck, tags, line }) => ({ guid, part, deck, tags, line }))).toEqual([
    { guid: 'Abc123', part: 0, deck: 'Physics::Forces', tags: ['si', 'unit'], line: 8 },
    { guid: 'd4', part: 0, deck: 'Physics', tags: [], line: 10 },
    { guid: 'e5', part: 0, deck: 'Physics', tags: [], line: 11 },
    { guid: 'e5', part: 1, deck: 'Physics', tags: [], line: 11 },
  ])
  expect(sides(text)).toEqual([
    ['Force?', 'newton\n(N), said "en-tee"'],
    ['[1: F] = [2: ma] (two letters), an \\[array\\]\n\nNewton, 1687'],
    ['A', 'B'],
    ['B', 'A'],
  ])
})

test('what Anki 26.9.3 itself writes is read', () => {
  const text = `#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
"Nd,Pkr-#ci"\tBasic\tPhysics::Forces\t"<b>Force</b> ""unit""?<br>multi\tline"\tnewton &lt;N&gt;\ta::b si
n{hm[@|Oj@\tBasic (and reversed card)\tPhysics\tleft\tright\t
K\`7b*dE/4d\tCloze\tPhysics\t{{c1::F}} = {{c2::ma::hint}} [x]\tNewton\t
oL:J5yO1tS\tBasic (type in the answer)\t../../x\t"# starts with hash"\t=1+1\t
`
  expect(sides(text, '.txt')).toEqual([
    ['<<b>Force</b> "unit"?<br>multi\tline>', '<newton &lt;N&gt;>'],
    ['<left>', '<right>'],
    ['<right>', '<left>'],
    ['<[1: F] = [2: ma] (hint) \\[x\\]>\n\n<Newton>'],
    ['<# starts with hash>', '<=1+1>'],
  ])
  expect(read(text, '.txt').notes.map(({ guid }) => guid)).toContain('Nd,Pkr-#ci')
})

test('HTML is turned into a text of ours', () => {
  expect(sides('#html:true\n#columns:Front,Back\n<b>a</b>,b\n')).toEqual([['<<b>a</b>>', '<b>']])
})

test('clozes that ours cannot hide are questions, and parts of an image are told', () => {
  const rows = [
    '{{c1::a {{c2::b}} c}},x',
    '$\\frac{{c1::1}}2$ {{c2::y}},',
    '{{c1::image-occlusion:rect:left=.1}},<img>',
  ]
  expect(sides(rows.join('\n'))).toEqual([
    ['[…]', 'a b c\n\nx'],
    ['a […] c', 'a b c\n\nx'],
    ['$\\frac[…]2$ y', '$\\frac12$ y'],
    ['$\\frac12$ […]', '$\\frac12$ y'],
  ])
  expect(read(rows.join('\n')).remarks).toMatchObject([
    { line: 3, message: { en: expect.stringContaining('image') } },
  ])
})

test.each([
  ['What is a|b?,or\na & b,and\n', '.csv', ['What is a|b?', 'or']],
  ['for (;;),for ever\n"a;b","c;d"\nx,y\n', '.csv', ['for (;;)', 'for ever']],
  ['1,5;one and a half\n2,5;two and a half\n', '.csv', ['1,5', 'one and a half']],
  ['a, b and c\tall\nx\tone\n', '.txt', ['a, b and c', 'all']],
  ['regex a|b|c|alternatives\nx|y\n', '.csv', ['regex a', 'b\n\nc\n\nalternatives']],
])('what parts the columns is what parts most rows: %j', (text, ending, first) => {
  expect(sides(text, ending)[0]).toEqual(first)
})

test('only for Anki is a line with a number sign no row', () => {
  expect(sides('#include\tpulls in a file\n#define\ta macro\n', '.txt')).toEqual([
    ['#include', 'pulls in a file'],
    ['#define', 'a macro'],
  ])
  expect(sides('#separator:tab\na\tb\n#c\td\n', '.txt')).toEqual([['a', 'b']])
})

test('a deck, tags and a note type may hold for all rows', () => {
  const { notes } = read('#separator:Semicolon\n#deck:All\n#tags:one two\n#notetype:Basic\na;b\n')
  expect(notes).toMatchObject([{ deck: 'All', tags: ['one', 'two'], content: { prompt: 'a', answer: 'b' } }])
})

test.each([
  ['Quizlet, term and definition', 'mutex\ta lock\nCPU\ta processor\n', '.txt'],
  ['with commas', 'mutex,a lock\nCPU,a processor\n', '.csv'],
  ['with a row of titles', 'Front,Back\nmutex,a lock\nCPU,a processor\n', '.csv'],
  ['with tags and another column', '标签,单词,释义,Level\n,mutex,a lock,\n,CPU,a processor,\n', '.csv'],
  ['with a line of Excel that says how', 'sep=;\r\nmutex;a lock\r\nCPU;a processor\r\n', '.csv'],
  ['with a comment of its own', '# from "x"\nmutex,a lock\nCPU,a processor\n', '.csv'],
  ['with semicolons and line ends of Windows', 'mutex;a lock\r\nCPU;a processor\r\n', '.csv'],
  ['with a byte-order mark', '\ufeffmutex,a lock\nCPU,a processor\n', '.csv'],
  ['with a byte-order mark before the header', '\ufeff#separator:|\nmutex|a lock\nCPU|a processor\n', '.csv'],
])('a plain table: %s', (_, text, ending) => {
  expect(sides(text, ending)).toEqual([
    ['mutex', 'a lock'],
    ['CPU', 'a processor'],
  ])
})

test('a row of another width is told with its line, and one without a side left out', () => {
  const { notes, remarks } = read('a,b\n\nc\n"d\nd",e,f\ng,\n')
  expect(notes.map(({ line }) => line)).toEqual([1, 4])
  expect(remarks.map(({ line, message }) => `${line}: ${message.en}`)).toEqual([
    '3: This row has 1 columns, and the first 2.',
    '3: This row has no front or no back; it is left out.',
    '4: This row has 3 columns, and the first 2.',
    '6: This row has no front or no back; it is left out.',
  ])
})

test('a quote that is never closed is told with the line that it is in', () => {
  expect(() => read(`a,b\n"c,${'d\n'.repeat(10)}`)).toThrow('from line 2 on')
  expect(() => read(`a,b\nc,d\n"${'x'.repeat(6_000_000)}",e`)).toThrow('from line 3 on')
})

test('cells are what they are, also where a spreadsheet would compute', () => {
  expect(sides('=1+1,@SUM(A1)\n"-2","+3"\n')).toEqual([
    ['=1+1', '@SUM(A1)'],
    ['-2', '+3'],
  ])
})

function rowsOf(text: string) {
  const rows: LoggedRow[] = []
  const remarks = readReviewLog(text, (row) => rows.push(row))
  return { rows, remarks }
}

test('a review log needs card, time and rating, in any order', () => {
  const text = 'review_rating,card_id,review_time\n3,adam/m,1700000000000\n1,17,1700086400\n'
  expect(isReviewLog(text)).toBe(true)
  expect(isReviewLog('front,back\n')).toBe(false)
  expect(rowsOf(text).rows).toEqual([
    { line: 2, card: 'adam/m', at: 1_700_000_000_000, rating: 'good', durationMs: 0 },
    { line: 3, card: '17', at: 1_700_086_400_000, rating: 'again', durationMs: 0 },
  ])
})

test('what is no review is told with its line, and a manual one left out', () => {
  const head = 'card_id,review_time,review_rating,review_state,review_duration\n'
  const { rows, remarks } = rowsOf(
    `${head}a,1700000000000,0,2,5\nb,1700000000000,5,2,5\nc,yesterday,3,2,5\n,1700000000000,3,2,5\nd,1700000000000,4,2,99999999999\n`,
  )
  expect(rows).toMatchObject([{ card: 'd', rating: 'easy', durationMs: 86_400_000 }])
  expect(remarks.map(({ line }) => line)).toEqual([3, 4, 5])
})

test('two hundred thousand rows are read one by one', () => {
  const row = 'adam/m,1700000000000,3,2,5\n'
  let rows = 0
  readReviewLog(
    `card_id,review_time,review_rating,review_state,review_duration\n${row.repeat(200_000)}`,
    () => rows++,
  )
  expect(rows).toBe(200_000)
})

test('what we write for Anki is read as it was', () => {
  const deck = parseDeck(
    '## a/basic\ntags: x, y\nQ: "One",\n  two?\nA: =1+1\n\n#tag\n\n## a/cloze\nC: [2: x, $[y]$] of [1: y] in \\[z\\] [a](b.md)\nC.zh: [2: 甲] 与 [1: 乙]\n',
    'a.md',
  ).deck
  const rows = [deck.cards[0], deck.cards[1]].flatMap((card) => (card ? [noteRow(card, 'D', ['en'])] : []))
  for (const separator of ['comma', 'tab'] as const) {
    const text = `#separator:${separator}\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:4\n${rows.map((row) => rowText(row, separator)).join('')}`
    expect(sides(text)).toEqual([
      ['"One",\n  two?', '=1+1\n\n#tag'],
      ['[2: x, $[y]$] of [1: y] in \\[z\\] [a](b.md)'],
    ])
    expect(read(text).notes[0]).toMatchObject({ guid: 'anneal:a/basic', deck: 'D', tags: ['x', 'y'] })
  }
})
