import { shown } from "../../../../grammar/message/terminal-text.ts";
import { causeOf } from "../cause.ts";
import type { Reporter, Write } from "../reporter.ts";
import { failureText } from "./pretty.ts";

/** GitHub shows so many errors of one step and drops the rest unseen. */
const ANNOTATIONS = 10;
/** What it keeps of a message, in octets, and of a title, in characters. */
const MESSAGE = 64 * 1024;
const TITLE = 255;

/**
 * Annotations for GitHub Actions: the first ten distinct causes, at the file
 * and line, and how many there are beside.
 */
export function github(write: Write): Reporter {
	const causes = new Set<string>();
	let untold = 0;
	const annotate = (
		cause: string,
		at: { readonly [name: string]: string | number },
		message: () => string,
	) => {
		if (causes.has(cause) || causes.size === ANNOTATIONS) {
			untold += 1;
			return;
		}
		causes.add(cause);
		const properties = Object.entries(at).map(
			([name, value]) => `${name}=${property(shown(String(value)))}`,
		);
		write(`::error ${properties.join(",")}::${data(short(message()))}\n`);
	};
	return {
		failed(reports) {
			for (const report of reports) {
				const { id, file, line, about } = report;
				annotate(
					causeOf(report),
					{ file, line, title: `${id}: ${about}`.slice(0, TITLE) },
					() => failureText(report).trimEnd(),
				);
			}
		},
		malformed({ file, line, diagnostic }) {
			annotate(
				`${file}:${line}`,
				{ file, line, col: diagnostic.start + 1, title: "malformed line" },
				() => shown(diagnostic.message),
			);
		},
		ended() {
			if (untold > 0)
				write(
					`::notice title=alarmpanel replay::${untold} more failures, or the same again\n`,
				);
		},
	};
}

function short(message: string): string {
	const octets = Buffer.from(message);
	if (octets.length <= MESSAGE) return message;
	const room = octets.subarray(0, MESSAGE - 4).toString("utf8");
	// The cut may go through a character.
	return `${room.replace(/\ufffd$/, "")} …`;
}

function data(text: string): string {
	return text
		.replaceAll("%", "%25")
		.replaceAll("\r", "%0D")
		.replaceAll("\n", "%0A");
}

function property(text: string): string {
	return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
