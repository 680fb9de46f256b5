/** Runs in the browser: what of a page is hard to read, or says nothing to who does not see it. */
;(() => {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
  const luminance = (colour) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
      const share = channel / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const paper = luminance(getComputedStyle(document.body).backgroundColor)
  const contrast = (element) => {
    const { color, fill } = getComputedStyle(element)
    const ink = luminance(element.closest('svg') ? fill : color)
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)
  }
  const named = [...document.querySelectorAll('h1, h2, p, a, td, th, summary, label, button, svg text')]
  const shown = named.filter((element) => element.textContent?.trim())
  return {
    excess: document.documentElement.scrollWidth - window.innerWidth,
    headings: document.querySelectorAll('h1').length,
    emptyHeadings: [...document.querySelectorAll('h1, h2')].filter((one) => !one.textContent?.trim()).length,
    faint: shown.filter((one) => contrast(one) < 4.5).map((one) => one.textContent),
    nameless: [...document.querySelectorAll('table')].filter((one) => !one.caption?.textContent).length,
    headless: document.querySelectorAll('thead th:not([scope=col]), tbody th:not([scope=row])').length,
    unlabelled: [...document.querySelectorAll('input:not([hidden])')].filter((one) => !one.labels?.length)
      .length,
    unnamedCharts: document.querySelectorAll('svg:not([role=img][aria-label])').length,
    texts: shown.length,
  }
})()
