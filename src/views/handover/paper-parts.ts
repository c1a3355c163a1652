import type { CredentialKind } from "../../models/model.ts";
import { type Html, html } from "../words/html-text.ts";
import type { ToldPlace } from "./handover.ts";
import type { ModeMessage } from "./mode-messages.ts";
import type { HandoverWords } from "./words/handover-words.ts";

/** A part of a paper under its heading. */
export function section(title: string, content: Html): Html {
	return html`<section><h2>${title}</h2>
${content}</section>`;
}

/** A message in whose place for a secret its name stands in a frame. */
export function messageHtml(
	{ pieces }: ModeMessage,
	code: CredentialKind,
	{ sms }: HandoverWords,
): Html {
	return html`<code>${pieces.map((piece) => {
		if (piece.is === "text") return html`${piece.text}`;
		const name = piece.is === "keyword" ? sms.keyword : sms.codes[code];
		return html`<i>${name}</i>`;
	})}</code>`;
}

/** `+15550177: text message, alarms only` */
export function placeText(
	{ to, by, level }: ToldPlace,
	{ told }: HandoverWords,
): string {
	const what = level === null ? undefined : (told.levels[level] ?? level);
	return [`${to}: ${told[by]}`, ...(what === undefined ? [] : [what])].join(
		", ",
	);
}

/** A square to tick. */
export const box = html`<span class="box"></span>`;
