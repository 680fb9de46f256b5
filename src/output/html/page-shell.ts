import { hash } from 'node:crypto'
import type { Locale } from '../../core/locale.ts'
import { escapeHtml } from './escape-html.ts'

interface Shell {
  readonly locale: Locale
  readonly title: string
  readonly lead: readonly string[]
  readonly sections: readonly string[]
  /** Of a page among others: where one can go from it, as HTML. */
  readonly navigation?: string
}

/** One file with all that it shows: it may load nothing, and runs nothing. */
export function pageShell({ locale, title, lead, sections, navigation = '' }: Shell): string {
  return `<!doctype html>
<html lang="${LANGUAGES[locale]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${STYLE_SOURCE}">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${navigation}<header><h1>${escapeHtml(title)}</h1>
${lead.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
</header>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`
}

const LANGUAGES = { en: 'en', zh: 'zh-CN' } as const satisfies { readonly [L in Locale]: string }

const STYLE = `
:root {
  --paper: #fcfcfb; --ink: #24292e; --faint: #667079; --line: #d9dde0;
  --mark: #0e7490; --other: #a3540a; --good: #2f7d43;
  --level-0: #e9ecee; --level-1: #b7dcc0; --level-2: #7dbd8c; --level-3: #46965a; --level-4: #1f6a36;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191c; --ink: #d8dde1; --faint: #98a2ab; --line: #363c42;
    --mark: #4fb3cc; --other: #e0995a; --good: #63b878;
    --level-0: #24292d; --level-1: #1f4a2c; --level-2: #2f7140; --level-3: #4c9c60; --level-4: #86d497;
  }
}
body { margin: 0 auto; max-width: 48rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.05rem; margin: 2.2rem 0 .5rem; }
p { margin: .3rem 0; }
header p, section > p, summary { color: var(--faint); }
figure { margin: 0; overflow-x: auto; }
svg { display: block; max-width: 100%; min-width: 32rem; height: auto; font-size: 12px; overflow: visible; }
svg text, svg tspan { white-space: pre; }
details { margin-top: .4rem; }
summary { cursor: pointer; }
.table { position: relative; overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .875rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .2rem .8rem .2rem 0; text-align: right; border-bottom: 1px solid var(--line); vertical-align: top; }
th:first-child { text-align: left; font-weight: inherit; }
thead th { color: var(--faint); font-weight: inherit; word-break: keep-all; }
h1, h2, p { overflow-wrap: anywhere; }
td { white-space: nowrap; }
tbody th { min-width: 8rem; overflow-wrap: break-word; }
.prose { min-width: 16rem; text-align: left; white-space: normal; }
a { color: var(--mark); }
nav { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; margin-bottom: 1.2rem; font-size: .875rem; }
nav form { margin-left: auto; }
label { display: block; margin-bottom: .3rem; }
input { box-sizing: border-box; width: 100%; max-width: 30rem; padding: .4rem; font: inherit; color: inherit;
  background: none; border: 1px solid var(--faint); border-radius: .2rem; }
button { padding: .3rem .9rem; font: inherit; color: var(--mark); background: none; border: 1px solid var(--mark);
  border-radius: .2rem; cursor: pointer; }
nav button { padding: 0; border: 0; text-decoration: underline; }
main > form button { margin-top: .8rem; }
.trouble { color: var(--other); }
@media print { nav { display: none; } }
`

/** As a policy of contents names it. */
export const STYLE_SOURCE = `'sha256-${hash('sha256', STYLE, 'base64')}'`
