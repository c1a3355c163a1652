import { drawCaret } from "../../grammar/message/caret.ts";
import { usage } from "../../src/derive/usage.ts";
import { respond } from "../../src/firmware/respond.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { type TerminalLine, terminalSvg } from "./terminal-svg.ts";

/** The texts of the README's picture; the panel itself makes the rest. */
const TEXTS = ["PROG 7982 USRS:1,1234,,1", "PROG 7982 USRS:1,12345,JOHN,1"];

/** The README's picture: a message that is right, and one with the caret under what is wrong. */
export function diagnosticPicture(): string {
	let state = factoryState(vst2752.name, vst2752.sections);
	const lines: TerminalLine[] = [];
	for (const text of TEXTS) {
		const subscriber = { model: vst2752, number: "+15550100" };
		const sms = { from: "+15550101", text };
		const response = respond(subscriber, state, sms, Date.UTC(2026, 0, 1));
		state = response.state;
		const { reply, verdict } = response;
		const color = verdict.type === "done" ? "good" : "bad";
		lines.push({ text: `> ${text}`, color: "plain" });
		lines.push({ text: `< ${reply ?? ""}`, color });
		if (verdict.type !== "error" || verdict.command === null) continue;
		for (const diagnostic of verdict.diagnostics) {
			const [echo = "", caret = ""] = drawCaret(text, diagnostic).split("\n");
			lines.push({ text: echo, color: "plain" }, { text: caret, color: "bad" });
		}
		lines.push({ text: usage(verdict.command), color: "dim" });
	}
	return terminalSvg("A right SMS, and a wrong one with its reason", lines);
}
