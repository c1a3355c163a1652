import type { Located } from "../../../conversation/located.ts";
import { MASK } from "../../../derive/secrets.ts";
import { numberingOf } from "../../../firmware/answer/numbering.ts";
import { howMany } from "../../../how-many.ts";
import type { Model } from "../../../models/model.ts";
import { DEFAULT_PHONE } from "../../../network/default-numbers.ts";
import type { PanelState } from "../../../panel/state/state.ts";
import type { ModemPlace } from "../../../ports/modem-url.ts";
import { withStartedModem } from "../../../ports/started-modem.ts";
import { Comparison, type Difference } from "../../../replay/play/against.ts";
import { Mask } from "../../../replay/report/mask.ts";
import type { Quirk } from "../../../simulation/quirk.ts";
import { systemClock as clock } from "../../../time/system-clock.ts";
import { observed } from "../../../views/languages/observations.ts";
import { describeTrouble } from "../../../views/modem/modem-trouble.ts";
import { ExitCode } from "../../line/exit-code.ts";
import { complain, print } from "../../line/print.ts";
import { modemAccess } from "../../modem/modem-options.ts";
import { cancelling } from "../cancelling.ts";
import { quirksText } from "../quirks-file.ts";
import type { ReplayOptions } from "../replay-options.ts";
import type { ReplayRequest } from "../replay-request.ts";
import { ReportFile } from "../report-file.ts";

/** The panel that is compared, and the modem that reaches it. */
export interface OtherPanel {
	readonly url: string;
	readonly place: ModemPlace;
	readonly number: string;
	/** Milliseconds to wait for an answer. */
	readonly patience: number;
}

/** What it is compared with. */
interface OurPanel {
	readonly model: Model;
	readonly state: PanelState;
}

/** Milliseconds within which the modem must be ready. */
const START = 120_000;

/**
 * Holds conversations with the other panel. Each text costs money, so what has been
 * found is told and kept however it ends: by a modem that sends no more, too.
 * @throws FileWriteError
 * @throws ModemLineError
 * @throws NotSentError
 */
export async function againstPanel(
	{ url, place, number, patience }: OtherPanel,
	{ model, state }: OurPanel,
	wanted: readonly Located[],
	{ quirks, bail }: ReplayRequest,
	options: ReplayOptions,
): Promise<ExitCode> {
	const texts = wanted.reduce(
		(sum, { conversation: { steps } }) =>
			sum + steps.filter(({ type }) => type === "sms").length,
		0,
	);
	// A file that cannot be written is told before a text is sent.
	const output =
		options.writeQuirks === undefined
			? null
			: new ReportFile(options.writeQuirks, true);
	complain(`sending ${howMany(texts, "text")} to ${number} through ${url}`);

	const numbering = await numberingOf(state.remote.country);
	const found: Quirk[] = [];
	const seen: Quirk[] = [];
	const told = differenceText(options.showSecrets, model, state);
	const { signal, exitCode } = cancelling();
	const over = new AbortController();
	const cancel = clock.at(clock.now() + START, () => over.abort());
	let comparison: Comparison | null = null;
	try {
		comparison = await withStartedModem(
			{
				place,
				clock,
				signal: AbortSignal.any([over.signal, signal]),
				owner: "alarmpanel replay",
				number: DEFAULT_PHONE,
				say: complain,
				settings: modemAccess(options.pin, undefined),
				onEvent(event) {
					const trouble = describeTrouble(event);
					if (trouble !== null) complain(trouble);
				},
			},
			async (modem) => {
				cancel();
				comparison = new Comparison({
					model,
					state,
					numbering,
					quirks,
					number,
					clock,
					patience,
					mailbox: modem,
					signal,
					onAnswer: (answer) => seen.push(answer),
					onDifference(difference) {
						found.push(difference.quirk);
						print(told(difference));
					},
				});
				await heldWith(comparison, wanted, bail);
				return comparison;
			},
		);
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		cancel();
		if (comparison !== null) {
			print(countsText(comparison));
			// An older file is worth more than one without an answer.
			if (seen.length > 0) {
				const told = observed(seen, {
					model: model.name,
					firmware: options.firmware ?? null,
					date: new Date(clock.now()).toISOString().slice(0, 10),
				});
				const all = [...quirks, ...found];
				output?.write(
					quirksText({ model: model.name, quirks: all, observed: told }),
				);
				output?.finish();
			}
		}
		output?.drop();
	}
	if (signal.aborted) return exitCode();
	return found.length > 0 ? ExitCode.differs : ExitCode.ok;
}

/** @param bail stops after so many conversations that differ; null for never */
async function heldWith(
	comparison: Comparison,
	wanted: readonly Located[],
	bail: number | null,
): Promise<void> {
	let differing = 0;
	for (const located of wanted) {
		const before = comparison.differences;
		await comparison.hold(located);
		if (comparison.differences > before) differing += 1;
		if (differing !== bail) continue;
		complain("stopped early (--bail)");
		return;
	}
}

function countsText({ sent, alike, differences }: Comparison): string {
	const left = sent - alike - differences;
	return `${howMany(sent, "text")} sent: ${alike} answered alike, ${differences} differently${left === 0 ? "" : `, ${left} not waited for`}`;
}

/** Writes a difference for people. */
function differenceText(
	showSecrets: boolean,
	model: Model,
	state: PanelState,
): (difference: Difference) => string {
	const mask = showSecrets ? null : new Mask(model, [state]);
	const shown = (answers: readonly string[]) =>
		answers.length === 0
			? "silence"
			: answers
					// The other panel's PINs are not known here: any number may be one.
					.map((text) => (showSecrets ? text : text.replace(/\d{4,}/g, MASK)))
					.join(" and ");
	return ({ id, file, line, text, ours, theirs, quirk }) =>
		[
			`DIFFERS ${id} (${file}:${line}): ${quirk.name}`,
			`  > ${mask?.message(text) ?? text}`,
			`  ours:   ${shown(ours)}`,
			`  theirs: ${shown(theirs)}`,
			"",
		].join("\n");
}
