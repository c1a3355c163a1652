import { corpusFaultText } from "../../../conversation/corpus-fault.ts";
import type { Located } from "../../../conversation/located.ts";
import { readPanel } from "../../../device/file/panel-file.ts";
import { readCorpus } from "../../../replay/corpus/corpus.ts";
import { unreachable } from "../../../replay/play/against.ts";
import { isChosen } from "../../../replay/play/choice.ts";
import { readRecipient } from "../../../sms/recipient.ts";
import { durationOf } from "../../../time/duration.ts";
import { factorySubject } from "../../../views/subject.ts";
import { ExitCode, UsageError } from "../../line/exit-code.ts";
import { complain } from "../../line/print.ts";
import { modemPlace } from "../../modem/modem-options.ts";
import { nothingDone } from "../replay-conclusion.ts";
import type { ReplayOptions } from "../replay-options.ts";
import type { ReplayRequest } from "../replay-request.ts";
import { againstPanel } from "./against-panel.ts";

/**
 * Runs corpora against another maker's panel through a modem, and reports where it
 * answers differently from ours. Both start from the named file, else fresh from the
 * factory.
 * @throws UsageError for options that do not fit
 */
export async function againstCorpora(
	url: string,
	request: ReplayRequest,
	options: ReplayOptions,
): Promise<ExitCode> {
	const { config } = options;
	const patience = durationOf(options.patience);
	if (patience === null)
		throw new UsageError(
			`--patience: a length of time like 60s, not ${options.patience}`,
		);
	if (options.number === undefined)
		throw new UsageError("--against needs --number, the other panel's number");
	const recipient = readRecipient(options.number);
	if (!recipient.ok) throw new UsageError(`--number: ${recipient.reason}`);
	const { number, warning } = recipient;
	if (warning !== null) complain(warning);
	const place = modemPlace(url, "--against");
	const subject =
		config === undefined
			? factorySubject(request.model)
			: await readPanel(config);
	const other = request.quirks.find(
		({ model }) => model !== subject.model.name,
	);
	if (other !== undefined)
		throw new UsageError(
			`--quirks: they are of a panel like ${other.model}, and ours is a ${subject.model.name}`,
		);
	const corpus = await corpusOf(request);
	// Texts cost money: nothing is sent if a corpus has a fault.
	if (corpus === null) return ExitCode.input;
	if (corpus.length === 0) return nothingDone("run", options);
	const wanted = corpus.filter(({ conversation }) => {
		const why = unreachable(conversation, subject.model.name);
		if (why !== null) complain(`not run: ${conversation.id}: ${why}`);
		return why === null;
	});
	if (wanted.length === 0) {
		complain("nothing was run: no conversation can be held by SMS alone");
		return ExitCode.usage;
	}
	return await againstPanel(
		{ url, place, number, patience },
		subject,
		wanted,
		request,
		options,
	);
}

/** What is wanted of the corpora; null where one has a fault, which is told. */
async function corpusOf(
	request: ReplayRequest,
): Promise<readonly Located[] | null> {
	const { files, reading } = request;
	const corpus: Located[] = [];
	let isSound = true;
	for (const file of files)
		await readCorpus(
			file,
			({ located, fault }) => {
				if (fault !== null) {
					isSound = false;
					complain(corpusFaultText(fault));
				} else if (isChosen(located.conversation, request))
					corpus.push(located);
				return true;
			},
			undefined,
			null,
			reading,
		);
	return isSound ? corpus : null;
}
