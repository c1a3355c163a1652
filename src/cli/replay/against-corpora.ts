import type { Conversation } from "../../conversation/conversation.ts";
import { corpusFaultText } from "../../conversation/corpus-fault.ts";
import type { Located } from "../../conversation/located.ts";
import { MASK } from "../../derive/secrets.ts";
import { readPanel } from "../../device/file/panel-file.ts";
import { numberingOf } from "../../firmware/answer/numbering.ts";
import { howMany } from "../../how-many.ts";
import { DEFAULT_PHONE } from "../../network/default-numbers.ts";
import { withStartedModem } from "../../ports/started-modem.ts";
import { readCorpus } from "../../replay/corpus/corpus.ts";
import { Comparison, unreachable } from "../../replay/play/against.ts";
import { isInShard } from "../../replay/play/shard.ts";
import { Mask } from "../../replay/report/mask.ts";
import type { Quirk } from "../../simulation/quirk.ts";
import { readRecipient } from "../../sms/recipient.ts";
import { durationOf } from "../../time/duration.ts";
import { systemClock as clock } from "../../time/system-clock.ts";
import { observed } from "../../views/languages/observations.ts";
import { describeTrouble } from "../../views/modem/modem-trouble.ts";
import { factorySubject } from "../../views/subject.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import { modemAccess, modemPlace } from "../modem/modem-options.ts";
import { writeQuirks } from "./quirks-file.ts";
import { nothingRun } from "./replay-conclusion.ts";
import type { ReplayOptions } from "./replay-options.ts";
import type { ReplayRequest } from "./replay-request.ts";

/** Milliseconds within which the modem must be ready. */
const START = 120_000;

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
	const { files, reading, quirks, filter, shard } = request;
	const { config, showSecrets } = options;
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
	const place = modemPlace(url);
	const { model, state } =
		config === undefined
			? factorySubject(request.model)
			: await readPanel(config);
	const numbering = await numberingOf(state.remote.country);
	const isWanted = ({ id, tags }: Conversation) =>
		(shard === null || isInShard(shard, id)) &&
		(filter === null || id.includes(filter) || tags.includes(filter));
	const corpus: Located[] = [];
	let faults = 0;
	for (const file of files)
		await readCorpus(
			file,
			({ located, fault }) => {
				if (fault !== null) {
					faults += 1;
					complain(corpusFaultText(fault));
				} else if (isWanted(located.conversation)) corpus.push(located);
				return true;
			},
			undefined,
			null,
			reading,
		);
	// Texts cost money: nothing is sent if a corpus has a fault.
	if (faults > 0) return ExitCode.input;
	if (corpus.length === 0) return nothingRun(options);
	const wanted = corpus.filter(({ conversation }) => {
		const why = unreachable(conversation);
		if (why !== null) complain(`not run: ${conversation.id}: ${why}`);
		return why === null;
	});
	const texts = wanted.reduce(
		(sum, { conversation: { steps } }) =>
			sum + steps.filter(({ type }) => type === "sms").length,
		0,
	);
	complain(`sending ${howMany(texts, "text")} to ${number} through ${url}`);

	const found: Quirk[] = [];
	const seen: Quirk[] = [];
	const mask = showSecrets ? null : new Mask(model, [state]);
	const shown = (answers: readonly string[]) =>
		answers.length === 0
			? "silence"
			: answers
					// The other panel's PINs are not known here: any number may be one.
					.map((text) => (showSecrets ? text : text.replace(/\d{4,}/g, MASK)))
					.join(" and ");
	const over = new AbortController();
	const cancel = clock.at(clock.now() + START, () => over.abort());
	const comparison = await withStartedModem(
		{
			...{ place, clock, signal: over.signal },
			owner: "alarmpanel replay",
			number: DEFAULT_PHONE,
			say: complain,
			settings: modemAccess(options.pin, undefined),
			onEvent(event) {
				const told = describeTrouble(event);
				if (told !== null) complain(told);
			},
		},
		async (modem) => {
			cancel();
			const comparison = new Comparison({
				...{ model, state, numbering, quirks, number, clock, patience },
				mailbox: modem,
				onAnswer: (answer) => seen.push(answer),
				onDifference({ id, file, line, text, ours, theirs, quirk }) {
					found.push(quirk);
					print(
						`DIFFERS ${id} (${file}:${line}): ${quirk.name}\n  > ${mask?.message(text) ?? text}\n  ours:   ${shown(ours)}\n  theirs: ${shown(theirs)}\n`,
					);
				},
			});
			for (const located of wanted) await comparison.hold(located);
			return comparison;
		},
	);
	const { sent, differences } = comparison;
	print(
		`${howMany(sent, "text")} sent: ${sent - differences} answered alike, ${differences} differently`,
	);
	if (options.writeQuirks !== undefined)
		await writeQuirks(options.writeQuirks, {
			model: model.name,
			quirks: [...quirks, ...found],
			observed: observed(seen, {
				model: model.name,
				firmware: options.firmware ?? null,
				date: new Date(clock.now()).toISOString().slice(0, 10),
			}),
		});
	return differences > 0 ? ExitCode.differs : ExitCode.ok;
}
