import { shown } from "../../grammar/message/terminal-text.ts";
import { MASK } from "../derive/secrets.ts";
import { blankEffect, usage } from "../derive/usage.ts";
import type { CheckReport } from "./check-message.ts";
import type { Colors } from "./colors.ts";
import { drawn } from "./explain-entry.ts";
import { provenanceText } from "./provenance-text.ts";

/** A check for people: the verdict, each field, what it costs to send. */
export function checkText(report: CheckReport, colors: Colors): string {
	const { dim, green, red } = colors;
	const { model, text, ok, judged, command, parameters, sms } = report;
	const lines = [
		ok
			? `${green("right")}: ${shown(text)}`
			: [red("wrong"), ...drawn(text, report.diagnostics, colors)].join("\n"),
	];
	if (command !== null) {
		lines.push(`${usage(command)}  ${command.spec.help}`);
		lines.push(dim(provenanceText(model, command)));
		const width = Math.max(
			0,
			...parameters.map(({ slot }) => slot.name.length),
		);
		for (const { slot, action, part } of parameters)
			lines.push(
				`  ${slot.name.padEnd(width)}  ${action.padEnd(6)}  ${
					action === "set" && part.text !== ""
						? shown(part.text)
						: dim(
								action === "absent"
									? "says nothing"
									: `a blank ${blankEffect(slot)}`,
							)
				}`,
			);
	}
	lines.push(
		dim(
			`${sms.characters} characters, ${sms.alphabet}, ${sms.parts} SMS; ${
				judged
					? "judged by the panel's file"
					: `judged by the shape of ${model.name} only: users, PINs and credentials were not looked at (--config FILE)`
			}`,
		),
	);
	return lines.join("\n");
}

/** A check for programs. */
export function checkJson(report: CheckReport, showSecrets: boolean) {
	const { command, parameters, sms } = report;
	return {
		ok: report.ok,
		model: report.model.name,
		judged: report.judged ? "panel" : "shape",
		command: report.message?.word.text ?? null,
		provenance: command?.provenance ?? null,
		source: command?.spec.source ?? null,
		parameters: parameters.map(({ slot, action, part }) => ({
			name: slot.name,
			action,
			value: part.text !== "" && slot.secret && !showSecrets ? MASK : part.text,
			start: part.start,
			end: part.end,
		})),
		sms: {
			characters: sms.characters,
			alphabet: sms.alphabet,
			parts: sms.parts,
		},
		diagnostics: report.diagnostics,
	};
}
