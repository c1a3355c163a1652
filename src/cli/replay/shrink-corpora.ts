import { isDoing, type Step } from "../../conversation/conversation.ts";
import { corpusFaultText } from "../../conversation/corpus-fault.ts";
import { type Located, lineOf } from "../../conversation/located.ts";
import { literally } from "../../conversation/pattern.ts";
import { senderOf } from "../../conversation/replies.ts";
import {
	replyLines,
	valueText,
	writeTranscript,
} from "../../conversation/write-transcript.ts";
import { readCorpus } from "../../replay/corpus/corpus.ts";
import { boundedFind } from "../../replay/play/bounded-find.ts";
import { isChosen } from "../../replay/play/choice.ts";
import { shrunk } from "../../replay/play/shrink.ts";
import { StartingPanels } from "../../replay/play/starting-panels.ts";
import type {
	Failure,
	StartingPanel,
} from "../../simulation/run-conversation.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";
import { writeOut } from "../line/stdout.ts";
import { nothingDone } from "./replay-conclusion.ts";
import type { ReplayOptions } from "./replay-options.ts";
import type { ReplayRequest } from "./replay-request.ts";

/**
 * For every conversation that fails, prints the shortest one that fails in the
 * same way. Codes and PINs are not masked.
 */
export async function shrinkCorpora(
	request: ReplayRequest,
	argv: Pick<ReplayOptions, "filter" | "shard">,
): Promise<ExitCode> {
	const { files, reading, model, seed, channel, quirks, bail } = request;
	const beginnings = new StartingPanels(model);
	let ran = 0;
	let count = 0;
	let exitCode: ExitCode = ExitCode.ok;
	for (const file of files)
		await readCorpus(
			file,
			async ({ located, fault }) => {
				const beginning =
					fault ?? (located === null ? null : await beginnings.of(located));
				if (
					beginning === null ||
					located === null ||
					"diagnostic" in beginning
				) {
					if (beginning !== null && "diagnostic" in beginning)
						complain(corpusFaultText(beginning));
					exitCode = ExitCode.input;
					return true;
				}
				if (!isChosen(located.conversation, request)) return true;
				ran += 1;
				if (!print(located, beginning)) return true;
				if (exitCode === ExitCode.ok) exitCode = ExitCode.refused;
				count += 1;
				return count !== bail;
			},
			undefined,
			null,
			reading,
		);
	if (exitCode !== ExitCode.ok) return exitCode;
	if (ran === 0) return nothingDone("run", argv);
	complain("every conversation passes: nothing to shrink");
	return exitCode;

	function print(located: Located, beginning: StartingPanel): boolean {
		const { conversation } = located;
		const result = shrunk(conversation, beginning, {
			channel: { rules: channel, seed },
			quirks,
			find: boundedFind,
		});
		if (result === null) return false;
		const { steps } = result.conversation;
		const last = steps.at(-1);
		const place = conversation.steps.indexOf(last ?? NOTHING);
		complain(
			`${conversation.id} (${located.file}:${lineOf(located, place)}): ${steps.length} of ${conversation.steps.length} steps are enough`,
		);
		const sender = last !== undefined && isDoing(last) ? senderOf(last) : "";
		const text = `got ${gotText(result.got, sender)}`;
		const got: Step = { type: "comment", text };
		const transcript = writeTranscript({
			...result.conversation,
			steps: [...steps, got],
		});
		writeOut(`${count === 0 ? "" : "\n"}${transcript}`);
		return true;
	}
}

const NOTHING: Step = { type: "comment", text: "" };

function gotText(got: Failure["got"], sender: string): string {
	if ("value" in got) return valueText(got.value);
	return replyLines(
		got.map(({ to, text }) => ({
			to: to === sender ? null : to,
			pattern: literally(text),
		})),
	).join(" and ");
}
