import { type Signal, signal } from "@preact/signals";
import type { PhoneTested } from "../device/control/test-phone.ts";
import type { TestedDestination } from "../firmware/test-report.ts";
import { DEFAULT_PHONE } from "../network/default-numbers.ts";
import type { PanelState } from "../panel/state/state.ts";
import { canBeSilent } from "../simulation/discreet/silence.ts";
import type {
	PanelClock,
	Passed,
	Stepped,
} from "../simulation/panel-handle.ts";
import { instantOf, instantText } from "../time/instant.ts";
import { thisMachine } from "../time/machine.ts";
import { systemClock } from "../time/system-clock.ts";
import { SECOND } from "../time/units.ts";
import { wait } from "../time/wait.ts";
import { testedPhoneLines } from "../views/panel/tested-phone-text.ts";
import { testedReportText } from "../views/panel/tested-report-text.ts";
import { ActivityOverHttp } from "./activity-over-http.ts";
import { type ApiLink, answerIn } from "./api-link.ts";
import { withPhoneListed } from "./listed-phone.ts";
import { isAbsent, type PagePanel, type PageRecord } from "./page-panel.ts";
import { channelOf, lineOf } from "./panel-air.ts";
import { HOUSE, type PanelSummary } from "./panel-summary.ts";
import { ToldActivities } from "./told-activities.ts";

/** Activities of before the page that it asks for. */
const EARLIER = 300;
/** An answer is given although the stream has not told its activity, after so many milliseconds. */
const PATIENCE = 3 * SECOND;

/**
 * Gets hold of a panel of the API.
 * @param onOutdated called once when what is told here cannot go on: the server was
 *   started anew and counts from one, more has happened than it keeps, or the panel is
 *   gone. The panel has to be got hold of anew
 * @throws Error where nobody answers or there is no such panel
 */
export async function panelOverHttp(
	link: ApiLink,
	id: string,
	onOutdated: () => void = () => {},
): Promise<PagePanel> {
	const path = `/v1/panels/${encodeURIComponent(id)}`;
	const get = async <T>(rest: string) =>
		answerIn<T>(await link.ask(path + rest));
	const post = async <T>(rest: string, body: object) =>
		answerIn<T>(await link.ask(path + rest, body));
	const summary = await get<PanelSummary>("");
	const { model, number, time, next, control: isOpen } = summary;
	const remembered = await get<{ state: PanelState; now: string }>("/state");
	let { state } = remembered;
	const clock = new FarClock(remembered.now, time);
	const activity = new ToldActivities(Math.max(1, next - EARLIER));
	const isConnected = signal(true);
	const end = new AbortController();
	const caughtUp = async (to: number) => {
		const tooLate = new AbortController();
		await Promise.race([
			activity.until(to),
			wait(systemClock, PATIENCE, tooLate.signal),
		]);
		tooLate.abort();
	};
	const done = async <T extends { readonly next: number }>(
		outcome: Promise<T>,
	): Promise<T> => {
		const answer = await outcome;
		await caughtUp(answer.next);
		return answer;
	};
	let couldBeSilent = canBeSilent(state);
	activity.follow((each) => {
		state = each.state;
		couldBeSilent ||= canBeSilent(state);
		clock.seen(each.at);
	});
	const stream = new ActivityOverHttp(link, path, activity, isConnected);
	void stream.follow(end.signal, onOutdated);
	await caughtUp(next);
	const channel = channelOf(link, path, summary);
	const line = await lineOf(link, path, summary);
	return {
		model,
		number,
		activity,
		isConnected,
		isOpen,
		clock: clock.face(async (until) => {
			const body =
				until instanceof Date
					? { to: until.toISOString() }
					: { advance: typeof until === "number" ? `${until}ms` : until };
			const passed = await done(
				post<Passed & { next: number; now: string }>("/clock", body),
			);
			clock.set(passed.now);
			return passed;
		}),
		setSpeed:
			time === "real" || id === HOUSE
				? null
				: async (speed) => {
						const { now } = await post<{ now: string }>("/clock", { speed });
						clock.set(now);
						clock.speed.value = speed;
					},
		speed: clock.speed,
		get next() {
			const due = state.runtime.deadlines[0]?.due;
			return due === undefined ? null : new Date(due);
		},
		channel,
		get line() {
			return couldBeSilent && summary.showDuress !== true && !isAbsent(line)
				? { why: SILENT_LINE }
				: line;
		},
		// The server says whether duress is told.
		showDuress: null,
		toldText: (_, text) => text,
		// With a modem a text takes the way of a text.
		text: (text, { from = DEFAULT_PHONE } = {}) =>
			done(
				isAbsent(line)
					? post<{ next: number }>("/texts", { text, from })
					: post<{ next: number }>(
							`/phones/${encodeURIComponent(from)}/messages`,
							{ text },
						),
			),
		step: (step) => done(post<Stepped & { next: number }>("/steps", { step })),
		testPhone:
			id === HOUSE && isOpen
				? async (person) => {
						const tested = await post<Omit<PhoneTested, "refusal">>("/tests", {
							person,
						});
						return testedPhoneLines(tested).join("; ");
					}
				: null,
		testReport:
			id === HOUSE && isOpen
				? async (report) => {
						const tested = await post<Omit<TestedDestination, "refusal">>(
							"/tests",
							{ report },
						);
						return testedReportText(tested);
					}
				: null,
		listPhone:
			id === HOUSE
				? null
				: async (number) => {
						const memory = await get<PanelState>("/snapshot");
						const listed = withPhoneListed(memory, number);
						answerIn(await link.put(`${path}/snapshot`, listed));
						end.abort();
						onOutdated();
					},
		snapshot: () => structuredClone(state),
		async record() {
			if (id === HOUSE) throw new Error("the panel in the house keeps none");
			return await get<PageRecord>("/record");
		},
		close: () => end.abort(),
	};
}

/**
 * Bytes count the SMS that left and say when: no line can be shown as it would be
 * without the silent ones.
 */
const SILENT_LINE =
	'This panel can report in silence, and the line would show it. One that is made over HTTP with "showDuress": true shows its line.';

/** The clock of a panel that is elsewhere, as far as it is known here. */
class FarClock {
	readonly speed: Signal<number>;
	readonly #isReal: boolean;
	/** What it showed, and how long this machine had run then, in milliseconds. */
	#known: { readonly panel: number; readonly machine: number };

	constructor(now: string, time: PanelSummary["time"]) {
		this.#isReal = time === "real";
		this.speed = signal(time === "real" ? 1 : time === "virtual" ? 0 : time);
		this.#known = { panel: instantOf(now) ?? 0, machine: thisMachine.steady() };
	}

	get now(): number {
		const { panel, machine } = this.#known;
		const passed = (thisMachine.steady() - machine) * this.speed.value;
		return panel + Math.floor(passed);
	}

	/** The server said what time it is there. */
	set(now: string): void {
		const panel = instantOf(now) ?? this.now;
		this.#known = { panel, machine: thisMachine.steady() };
	}

	/** Something happened there at an instant: it is that late at least. */
	seen(at: number): void {
		if (at > this.now) this.set(instantText(at));
	}

	face(
		advance: (until: string | number | Date) => Promise<Passed>,
	): PanelClock {
		const clock = this;
		if (this.#isReal)
			return {
				kind: "real",
				get now() {
					return new Date(clock.now);
				},
			};
		return {
			kind: "virtual",
			get now() {
				return new Date(clock.now);
			},
			advance,
		};
	}
}
