import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import type { Part } from "../../../grammar/message/message.ts";
import { explain } from "../../../grammar/script/explain.ts";
import { read } from "../../../grammar/script/read.ts";
import type { ScriptCall } from "../../../grammar/script/script-call.ts";
import { nextRemoteAction } from "../../panel/remote/remote-actions.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { transition } from "../../panel/transition.ts";
import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import { sameSecret } from "../../same-secret.ts";
import { whyForbidden } from "../answer/permission.ts";
import {
	because,
	causeOf,
	type PersonContext,
} from "../answer/person-context.ts";
import type { Response } from "../answer/response.ts";
import type { SilenceReason } from "../answer/silence-reason.ts";
import { unanswered } from "../answer/text-context.ts";
import { applyScript, isDelayed } from "./apply-script.ts";
import { readScriptLine, type ScriptLine } from "./script-line.ts";
import type { Values } from "./script-variables.ts";

/**
 * Runs the script of `:cmd SECRET script NAME VAR=VAL`, sent by a listed person who
 * is switched on. There is no answer: scripts send texts of their own. Either all
 * lines take effect, in one change, or none; the event log says which line was
 * refused and why.
 */
export function runScript(context: PersonContext): Response {
	const { state, effects, sms, now, person } = context;
	const { remote } = state;
	const by = causeOf(context);
	const call = read(sms.text);
	const quiet = (
		after: PanelState,
		reason: SilenceReason,
		why: Diagnostic,
	): Response => unanswered(context, after, { reason, message: call, why });
	if (call === null) return quiet(state, "script", explain(sms.text));
	const name = call.word.text;
	if (!sameSecret(call.code.text, remote.scriptSecret)) {
		// Without a secret nobody can guess it, so nothing is counted.
		const counted =
			remote.scriptSecret === ""
				? state
				: transition(state, { type: "wrong-code", listed: true, by }, now)
						.state;
		return quiet(counted, "secret", wrongSecret(call));
	}
	const refused = (why: Refusal): Response => {
		const place = why.line === undefined ? "" : `line ${why.line} `;
		const event = {
			type: "refuse",
			// What is no script's name may be the secret once more.
			word: remote.scripts.some((script) => script.name === name)
				? `script ${name}`
				: "script",
			why: `${place}${why.code}`,
			by,
		} as const;
		const about =
			why.line === undefined ? "" : `script ${name}, line ${why.line}: `;
		return quiet(
			transition(state, event, now).state,
			"script",
			because(
				why.code,
				`${about}${why.message}`,
				why.hint ?? null,
				why.at ?? call.word,
			),
		);
	};
	const forbidden = whyForbidden(context, {
		what: "script",
		right: "script",
		rightTo: "run scripts",
		changes: true,
	});
	if (forbidden?.code === "person/too-old")
		return refused({ ...forbidden, at: { start: 0, end: sms.text.length } });
	if (forbidden !== null) return refused(forbidden);
	const lines = linesOf(context, call);
	if ("code" in lines) return refused(lines);
	const values = valuesOf(call, lines);
	if ("code" in values) return refused(values);
	const isAction = lines.some(isDelayed);
	if (isAction && nextRemoteAction(state, now) !== null)
		return refused({
			code: "person/too-soon",
			message: `minimum delay: ${remote.minimumDelay} min since the last action`,
		});
	const applied = applyScript(context, lines, values);
	if (applied.refused !== null) return refused(applied.refused);
	const { changes, zones } = applied;
	const ran = transition(
		applied.state,
		{ type: "script-run", script: name, by },
		now,
	).state;
	const done = {
		type: "remote-done",
		person: person.id,
		what: name,
		zones,
		delayed: isAction,
		by,
	} as const;
	return {
		state: changes ? transition(ran, done, now).state : ran,
		effects: [...effects, ...applied.effects],
		reply: null,
		verdict: { type: "done", message: call, command: null, args: null },
	};
}

interface Refusal {
	readonly code: DiagnosticCode;
	readonly message: string;
	readonly hint?: string;
	/** Line of the script, counted from 1. */
	readonly line?: number;
	/** In the message; its name where it is left out. */
	readonly at?: Pick<Part, "start" | "end">;
}

/** The lines of the script that is called, read for the panel's model. */
function linesOf(
	{ panel, state }: PersonContext,
	{ word }: ScriptCall,
): readonly ScriptLine[] | Refusal {
	const { scripts } = state.remote;
	const script = scripts.find(({ name }) => name === word.text);
	if (script === undefined)
		return {
			code: "script/unknown",
			message: `script: there is no ${word.text}`,
			hint:
				scripts.length === 0
					? "the panel has no scripts"
					: `there is ${scripts.map(({ name }) => name).join(", ")}`,
		};
	const lines: ScriptLine[] = [];
	for (const [at, text] of script.lines.entries()) {
		const line = readScriptLine(panel.model, text);
		if ("rule" in line)
			return {
				code: line.code,
				message: line.rule,
				hint: "config check names all such lines",
				line: at + 1,
			};
		lines.push(line);
	}
	return lines;
}

/** What the call says that the variables of the lines stand for: all of them, and no others. */
function valuesOf(
	{ variables }: ScriptCall,
	lines: readonly ScriptLine[],
): Values | Refusal {
	const used = new Set(lines.flatMap((line) => line.variables));
	const values = new Map<string, string>();
	for (const { name, value } of variables) {
		if (!used.has(name.text))
			return {
				code: "script/unknown-variable",
				message: `variable: the script has no $${name.text}`,
				hint:
					used.size === 0
						? "it has none"
						: `it has ${[...used].map((one) => `$${one}`).join(", ")}`,
				at: name,
			};
		if (values.has(name.text))
			return {
				code: "script/variable-twice",
				message: `variable: ${name.text} is given twice`,
				at: name,
			};
		values.set(name.text, value?.text ?? "");
	}
	const missing = [...used].find((name) => !values.has(name));
	if (missing === undefined) return values;
	return {
		code: "script/no-value",
		message: `variable: $${missing} has no value`,
		hint: `write ${missing}=VALUE`,
	};
}

/** What was typed in the secret's place is not repeated. */
function wrongSecret({ code }: ScriptCall): Diagnostic {
	return because(
		"credentials/secret",
		"secret: not this panel's",
		"config show --show-secrets names it",
		code,
	);
}
