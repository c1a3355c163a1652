import { Html } from "../words/html-text.ts";

/** What paper looks like: A4, black on white, and the same on a screen. */
export const paperStyle = new Html(`
@page { size: A4; margin: 16mm 15mm 18mm; }
* { box-sizing: border-box; }
html { color-scheme: light; background: #e8eaed; }
body {
	max-width: 210mm; min-height: 297mm; margin: 0 auto; padding: 16mm 15mm 18mm;
	background: #fff; color: #111; font: 10.5pt/1.4 system-ui, "Liberation Sans", Arial, sans-serif;
	overflow-wrap: break-word;
}
h1 { margin: 0 0 2mm; font-size: 20pt; line-height: 1.15; }
h2 { margin: 7mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.5pt solid #111; font-size: 12pt; break-after: avoid; }
p, ol, ul { margin: 0 0 2mm; }
ol, ul { padding-left: 6mm; }
.head { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: 0.5mm 4mm; }
.head dt, small { color: #444; }
.head dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1.2mm 2mm 1.2mm 0; border-bottom: 0.25pt solid #888; text-align: left; vertical-align: top; }
th { font-weight: 600; }
.number { width: 14mm; }
.narrow { width: 24mm; white-space: nowrap; }
.tick { width: 22mm; white-space: nowrap; }
.long { overflow-wrap: anywhere; }
.blank { width: 34mm; }
.box { display: inline-block; width: 4mm; height: 4mm; border: 0.75pt solid #111; vertical-align: -0.6mm; }
code { font: 10pt/1.5 "DejaVu Sans Mono", "Liberation Mono", monospace; }
code i { font-style: normal; font-family: system-ui, "Liberation Sans", Arial, sans-serif; border: 0.5pt solid #111; border-radius: 1mm; padding: 0 1.2mm; }
.messages { margin: 0 0 2mm; display: grid; grid-template-columns: max-content 1fr; gap: 1.5mm 5mm; }
.messages dd { margin: 0; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 0 10mm; break-inside: avoid; }
.signatures h3 { margin: 0; font-size: 10.5pt; }
.line { margin-top: 9mm; border-top: 0.5pt solid #111; color: #444; font-size: 9pt; }
footer { margin-top: 8mm; padding-top: 2mm; border-top: 0.5pt solid #111; color: #444; font-size: 9pt; break-inside: avoid; }
section { break-inside: auto; }
.keep { break-inside: avoid; }
@media (max-width: 210mm) { body { padding: 6mm 5mm; min-height: 0; } }
@media print {
	html, body { background: none; }
	body { max-width: none; min-height: 0; padding: 0; }
}
`);
