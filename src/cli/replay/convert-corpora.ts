import { corpusFaultText } from "../../conversation/corpus-fault.ts";
import { writeJsonLine } from "../../conversation/write-json-line.ts";
import { writeTranscript } from "../../conversation/write-transcript.ts";
import { readCorpus } from "../../replay/corpus/corpus.ts";
import type { Reading } from "../../replay/corpus/reading.ts";
import { type ConversationChoice, isChosen } from "../../replay/play/choice.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";
import { writeOut } from "../line/stdout.ts";
import { filesOf, readable } from "./readable-corpus.ts";

/**
 * Prints what is chosen of corpora in one form. A conversation that cannot be read is
 * reported and left out.
 */
export async function convertCorpora(
	names: readonly string[],
	form: "transcript" | "json-lines",
	reading: Reading,
	choice: ConversationChoice,
): Promise<ExitCode> {
	let exitCode: ExitCode = ExitCode.ok;
	let isFirst = true;
	for (const file of await filesOf(names, reading.form !== null)) {
		await readable(() =>
			readCorpus(
				file,
				({ located, fault }) => {
					if (fault !== null) {
						complain(corpusFaultText(fault));
						exitCode = ExitCode.input;
						return true;
					}
					const { conversation } = located;
					if (!isChosen(conversation, choice)) return true;
					writeOut(
						form === "json-lines"
							? `${writeJsonLine(conversation)}\n`
							: `${isFirst ? "" : "\n"}${writeTranscript(conversation)}`,
					);
					isFirst = false;
					return true;
				},
				undefined,
				null,
				reading,
			),
		);
	}
	return exitCode;
}
