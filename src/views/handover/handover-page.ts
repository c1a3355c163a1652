import type { Language } from "../../panel/state/remote-access.ts";
import { html } from "../words/html-text.ts";
import { customerPaper } from "./customer-paper.ts";
import type { Handover } from "./handover.ts";
import { installerPaper } from "./installer-paper.ts";
import { paperStyle } from "./paper-style.ts";
import { handoverWords } from "./words/languages.ts";

/** Who a paper is for. */
export const readers = ["customer", "installer"] as const;

export type Reader = (typeof readers)[number];

/** A paper of a hand-over, as it is asked for. */
export interface Paper {
	readonly for: Reader;
	readonly language: Language;
	/** What the site is called: a name of a file, or of a row; "" for none. */
	readonly site: string;
	/** The day on which it is printed, in ISO 8601. */
	readonly day: string;
}

/**
 * A printable page: A4, no script, nothing loaded, all text escaped, no secret.
 */
export function handoverPage(handover: Handover, paper: Paper): string {
	const words = handoverWords[paper.language];
	const title = words.titles[paper.for];
	const body =
		paper.for === "customer"
			? customerPaper(handover, words, paper.language)
			: installerPaper(handover, words);
	const row = (name: string, value: string | null) =>
		value === null || value === ""
			? null
			: html`<dt>${name}</dt><dd>${value}</dd>`;
	const page = html`<!doctype html>
<html lang="${paper.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${paper.site === "" ? title : `${title}: ${paper.site}`}</title>
<style>${paperStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<dl class="head">
${row(words.site, paper.site)}${row(words.panel, handover.title)}${row(words.phoneNumber, handover.number)}${row(words.printed, paper.day)}
</dl>
</header>
<main>
${body}
</main>
<footer>${words.foot[paper.for]}</footer>
</body>
</html>
`;
	return page.text;
}
