import { corpusFaultText } from "../../conversation/corpus-fault.ts";
import { writeJsonLine } from "../../conversation/write-json-line.ts";
import { writeTranscript } from "../../conversation/write-transcript.ts";
import { readCorpus } from "../../replay/corpus/corpus.ts";
import { isChosen } from "../../replay/play/choice.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";
import { writeOut } from "../line/stdout.ts";
import { filesOf, readable } from "./readable-corpus.ts";
import { nothingDone } from "./replay-conclusion.ts";
import type { ReplayOptions } from "./replay-options.ts";
import { demandForms, replayReading, replayShard } from "./replay-request.ts";

/**
 * Prints what is chosen of corpora in one form. A conversation that cannot be read is
 * reported and left out.
 * @throws UsageError for options that do not fit
 */
export async function convertCorpora(
	names: readonly string[],
	form: "transcript" | "json-lines",
	argv: ReplayOptions,
): Promise<ExitCode> {
	const reading = replayReading(argv);
	const choice = { shard: replayShard(argv), filter: argv.filter ?? null };
	let isSound = true;
	let isFirst = true;
	const files = await filesOf(names, reading.form !== null);
	demandForms(files, reading);
	for (const file of files) {
		await readable(() =>
			readCorpus(
				file,
				({ located, fault }) => {
					if (fault !== null) {
						complain(corpusFaultText(fault));
						isSound = false;
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
	if (!isSound) return ExitCode.input;
	return isFirst ? nothingDone("converted", argv) : ExitCode.ok;
}
