import { readFileSync } from 'node:fs'
import { brand } from '../../charts/index.ts'
import { webFont } from './files.ts'

let face: string | null = null
/** The typeface, carried in the page so that it needs no other file. */
export const fontFace = (): string => (face ??= `@font-face{font-family:"Source Sans 3";font-weight:200 900;font-display:swap;src:url(data:font/woff2;base64,${readFileSync(webFont).toString('base64')}) format("woff2")}`)

/** The page's own styles: ink on white, one green, hairlines; prints as it reads. */
export const styles = `
:root{--green:${brand.green};--ink:${brand.ink};--quiet:${brand.quiet};--hair:${brand.hairline};--rule:${brand.rule};--wash:${brand.wash}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:0 1.25rem 3rem;max-width:74rem;color:var(--ink);background:#fff;font:400 1.0625rem/1.5 "Source Sans 3","Source Sans Pro","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
.skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem}
a{color:var(--green);text-underline-offset:.15em}a:focus-visible,.scroll:focus-visible{outline:3px solid var(--green);outline-offset:2px}
.front{border-top:.5rem solid var(--green);padding:2rem 0 1.25rem;border-bottom:1px solid var(--rule);margin-bottom:1.5rem}
.council{margin:0 0 .25rem;color:var(--green);font-weight:600}.subject{margin:.25rem 0 0;font-size:1.1875rem}.edition{margin:.25rem 0 0;color:var(--quiet)}
h1{font-size:2.25rem;line-height:1.15;margin:0;letter-spacing:-.01em;max-width:22em}
h2{font-size:1.625rem;line-height:1.2;margin:2.75rem 0 .75rem;color:var(--green)}
h3{font-size:1.25rem;line-height:1.25;margin:2rem 0 .5rem}h4{font-size:1.0625rem;margin:1.5rem 0 .25rem}
p,ul,ol,dl{margin:0 0 .875rem}p,li,dd{max-width:44em}ul,ol{padding-left:1.4rem}li{margin-bottom:.3rem}
.lead{font-size:1.5rem;line-height:1.3;font-weight:600;max-width:30em}.note{color:var(--quiet)}
.facts{border-top:1px solid var(--hair)}.facts div,.terms div{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:1rem;padding:.4rem 0;border-bottom:1px solid var(--hair)}
dt{font-weight:600}dd{margin:0}.terms{max-width:52em}.terms div{grid-template-columns:7rem 1fr}
.contents{margin:2rem 0;padding:1rem 1.25rem;background:var(--wash)}.contents h2{margin:0 0 .5rem;font-size:1.125rem;color:var(--ink)}.contents ol{list-style:none;padding:0;margin:0;columns:18rem}.contents li{break-inside:avoid}
figure{margin:1.25rem 0}figure svg{display:block;max-width:100%;min-width:34rem;height:auto}figure .scroll{margin:0}figcaption{color:var(--quiet);font-size:.9375rem;margin-bottom:.5rem}
.scroll{overflow-x:auto;margin:1rem 0 1.5rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.35}
caption{text-align:left;color:var(--quiet);padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .5rem;border-bottom:1px solid var(--hair)}
thead th{border-bottom:1.5px solid var(--ink);vertical-align:bottom}tbody th{font-weight:400}.total th,.total td{font-weight:600;border-top:1px solid var(--ink)}
.end{text-align:right}.quiet{color:var(--quiet)}
tr>:first-child:not(.status){padding-left:0}td.status{border-left:4px solid;white-space:nowrap}td.none{border-left:4px dotted var(--rule)}
.shape{display:inline-block;vertical-align:-.02em;margin-right:.15rem}
.landscape table{min-width:56rem}
.entries{list-style:none;padding:0}.entries li{border-top:1px solid var(--hair);padding:.75rem 0 .15rem;max-width:none}.entries p{margin:0 0 .25rem}
.tag{display:inline-block;padding:.05rem .5rem .1rem .4rem;border-left:4px solid var(--rule);font-weight:600;font-size:.9375rem}.tag.none{border-left-style:dotted}
.item{font-weight:600}.where{color:var(--quiet);font-size:.9375rem}
del{color:var(--quiet)}ins{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.15em;font-weight:600}
footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.75rem;color:var(--quiet);font-size:.9375rem}
@media (min-width:48rem){.entries li{display:grid;grid-template-columns:13rem 1fr;column-gap:1rem}.entries .said{grid-row:1/4}.entries p:not(.said){grid-column:2}}
@media (max-width:40rem){h1{font-size:1.75rem}.lead{font-size:1.25rem}.facts div{grid-template-columns:1fr;gap:0}}
@page{size:A4;margin:18mm 16mm}@page wide{size:A4 landscape}
@media print{body{font-size:10.5pt;max-width:none;padding:0}.skip{display:none}.contents{background:none;padding:0}.scroll{overflow:visible}.landscape{page:wide}.landscape table,figure svg{min-width:0}thead{display:table-header-group}tr,figure,.entries li{break-inside:avoid}h2,h3,h4{break-after:avoid}td.status,.tag{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`
