import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import { readLine } from "../../../grammar/transcript/read.ts";
import { isAsClaimed, pathFault, valueAt } from "../../conversation/claim.ts";
import type { Claim } from "../../conversation/conversation.ts";
import { corpusDiagnostic } from "../../conversation/corpus-fault.ts";
import { readEvent } from "../../conversation/read-event.ts";
import { readStep } from "../../conversation/read-step.ts";
import { valueText } from "../../conversation/write-transcript.ts";
import { maskedAt } from "../../derive/secrets.ts";
import type { Panel } from "../../device/panel.ts";
import type { Response } from "../../firmware/answer/response.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";
import { describeOutcome } from "../../views/describe-outcome.ts";
import type { PassingTime } from "./passing-time.ts";

/** Whether a typed line is a step of a transcript instead of an SMS. */
export function isTypedStep(line: string): boolean {
	return /^[!@?] /.test(line);
}

/**
 * What is said of a text that got no answer and reads like something that happens at
 * the panel; "" of any other.
 */
export function stepMeant(text: string, { reply }: Response): string {
	const line = text.trim();
	const isMeant = reply === null && "event" in readEvent(line);
	return isMeant ? `to make it happen, write: ! ${line}` : "";
}

/** The result of a typed step. */
export type StepResult =
	| { readonly type: "done"; readonly remark: string }
	/** A claim that failed. */
	| { readonly type: "failed"; readonly remark: string }
	| { readonly type: "fault"; readonly diagnostic: Diagnostic };

/** The same for programs. */
export function resultJson(result: StepResult): object {
	switch (result.type) {
		case "done":
		case "failed":
			return { ok: result.type === "done", remark: result.remark };
		case "fault":
			return { ok: false, remark: result.diagnostic.message };
	}
}

export interface StepTaker {
	readonly panel: Panel;
	/** The panel's clock, which `@ ` moves ahead. */
	readonly clock: VirtualClock;
	readonly time: PassingTime;
	readonly showSecrets: boolean;
	/** Called before a valid step is carried out. */
	readonly begin: () => void;
}

/** Carries out a line that `isTypedStep`: `! zone 3 open`, `@ +30s`, `? runtime.mode away`. */
export async function takeStep(
	line: string,
	{ panel, clock, time, showSecrets, begin }: StepTaker,
): Promise<StepResult> {
	const read = readLine(line);
	if (read.type === "fault") return fault(read.diagnostic);
	if (read.type === "blank" || read.type === "header" || read.type === "reply")
		throw new TypeError(`${read.type} begins with no mark of a step`);
	const step = readStep(read, readEvent);
	if (step.type !== "fault") await time.pass();
	switch (step.type) {
		case "fault":
			return fault(step.diagnostic);
		case "wait":
			begin();
			time.ahead(step);
			await clock.advanceTo(clock.now() + step.milliseconds);
			return done;
		case "at":
			if (step.instant < clock.now()) return fault(tooLate(line));
			begin();
			time.ahead(step);
			await clock.advanceTo(step.instant);
			return done;
		case "claim":
			begin();
			return await claim(panel, step, showSecrets);
		case "event": {
			const reading = readEvent(step.text);
			if ("fault" in reading) return fault(reading.fault);
			begin();
			const outcome = await time.quietly(() => panel.happens(reading.event));
			return { type: "done", remark: describeOutcome(outcome, panel.state) };
		}
		default:
			throw new TypeError(`nobody carries out a step ${step.type}`);
	}
}

const done: StepResult = { type: "done", remark: "" };

function fault(diagnostic: Diagnostic): StepResult {
	return { type: "fault", diagnostic };
}

async function claim(
	panel: Panel,
	{ path, value }: Claim,
	showSecrets: boolean,
): Promise<StepResult> {
	await panel.catchUp();
	const found = valueAt(panel.state, path);
	const wrong = found === null ? pathFault(panel.state, path) : null;
	if (wrong !== null) return { type: "failed", remark: wrong };
	if (isAsClaimed(value, found)) return done;
	const shown = showSecrets ? found : maskedAt(path, found);
	return {
		type: "failed",
		remark: `${path}: expected ${valueText(value)}, got ${valueText(shown)}`,
	};
}

function tooLate(line: string): Diagnostic {
	const whole = { start: 2, end: line.length };
	return corpusDiagnostic(
		"time",
		"time: this instant is in the past; time only runs forward",
		"@ +30s lets time pass",
		whole,
	);
}
