import type { Panel, PanelWrite } from "../../device/panel.ts";
import type { Activity, ActivityFeed } from "../../firmware/activity.ts";
import type { SilenceReason } from "../../firmware/answer/silence-reason.ts";
import type { MailEvent } from "../../firmware/mail-room.ts";
import type { ModemEvent } from "../../modem/link/modem-event.ts";
import { changes } from "../../panel/state/changes.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { NotReceived, ReportReception } from "../../receivers/receiver.ts";
import type { Clock } from "../../time/clock.ts";
import { Count, Histogram } from "./count.ts";
import { counter, gauge, type Metric } from "./metric.ts";

/** SMS whose delivery is waited for; the oldest make room. */
const MOST_WAITING = 500;

/** What has happened at the panel in the house since it was started. */
export class HouseCounts {
	readonly #panel: Panel;
	readonly #clock: Clock;
	readonly #received = new Count(
		"alarmpanel_sms_received_total",
		"Texts that came, by what came of them",
		["done", "refused", "unknown", "strange"].map((outcome) => ({ outcome })),
	);
	readonly #sent = new Count(
		"alarmpanel_sms_sent_total",
		"Texts that left, by how far they came",
		["sent", "delivered", "failed", "in-doubt"].map((outcome) => ({ outcome })),
	);
	readonly #delivery = new Histogram(
		"alarmpanel_sms_delivery_seconds",
		"From when the network took an SMS to its delivery report",
		[1, 5, 15, 60, 300, 3600],
	);
	readonly #wrongCodes = new Count(
		"alarmpanel_guard_wrong_codes_total",
		"Wrong codes, by the way that they came",
		["keypad", "sms", "mqtt"].map((way) => ({ way })),
	);
	readonly #reports = new Count(
		"alarmpanel_reports_total",
		"Tries to report, by destination and answer",
	);
	/** What receivers answered last, by destination. */
	readonly #answers = new Map<number, string>();
	readonly #lastSuccess = new Map<number, number>();
	readonly #writes = new Histogram(
		"alarmpanel_store_write_seconds",
		"How long it takes until a change is durable",
		[0.001, 0.005, 0.025, 0.1, 0.5, 2.5],
	);
	#writeErrors = 0;
	readonly #told: (state: PanelState) => PanelState;
	#lastWritten: PanelState;
	#lastLogged: number;
	/** Texts of which the mail room told, until the panel says that they may be told. */
	#untold: SentMail[] = [];
	/** When each SMS was taken, by its number and reference. */
	readonly #waiting = new Map<string, number>();

	/**
	 * @param activity what may be told: silent reports are not in it
	 * @param told a state as it may be told
	 * @param clock the machine's
	 */
	constructor(
		panel: Panel,
		activity: ActivityFeed,
		told: (state: PanelState) => PanelState,
		clock: Clock,
	) {
		this.#told = told;
		this.#lastWritten = told(panel.state);
		this.#panel = panel;
		this.#clock = clock;
		this.#lastLogged = panel.state.runtime.log.at(-1)?.sequence ?? 0;
		panel.modem.follow({
			onMail: (event) => this.#mail(event),
			onModem: (event) => this.#modem(event),
		});
		panel.onReceiver((event) => {
			if (event.type !== "report") return;
			this.#answers.set(event.destination, answerOf(event.reception));
		});
		panel.onWrite((write) => this.#wrote(write));
		panel.onChange(() => this.#logged());
		activity.follow((each) => this.#activity(each));
	}

	get metrics(): readonly Metric[] {
		const { account } = this.#panel.modem;
		return [
			this.#received.metric,
			this.#sent.metric,
			this.#delivery.metric,
			counter(
				"alarmpanel_modem_restarts_total",
				"How often the modem was set up again",
				[[{}, account.restarts]],
			),
			counter(
				"alarmpanel_modem_at_errors_total",
				"Errors that the modem answered",
				[[{}, account.atErrors]],
			),
			this.#reports.metric,
			gauge(
				"alarmpanel_report_last_success_timestamp_seconds",
				"When a report last got through",
				[...this.#lastSuccess].map(([id, at]) => [
					{ destination: `${id}` },
					at / 1000,
				]),
			),
			this.#wrongCodes.metric,
			this.#writes.metric,
			counter(
				"alarmpanel_store_write_errors_total",
				"Changes that could not be written",
				[[{}, this.#writeErrors]],
			),
		];
	}

	/** A write that only a silent report causes is not counted: it would tell of it. */
	#wrote({ seconds, failed, state }: PanelWrite): void {
		const told = this.#told(state);
		if (changes(this.#lastWritten, told).length === 0) return;
		if (failed) {
			this.#writeErrors += 1;
			return;
		}
		this.#lastWritten = told;
		this.#writes.observe(seconds);
	}

	#activity(activity: Activity): void {
		if (activity.type === "text")
			this.#received.add({ outcome: outcomeOf(activity) });
		else if (activity.type === "sent") this.#left(activity);
		else this.#event(activity);
	}

	#left({ to, text, outcome }: Activity & { readonly type: "sent" }): void {
		const mail = this.#untold.find(
			(each) => each.to === to && each.text === text,
		);
		this.#untold = [];
		if (outcome === "later" || outcome === "withheld") return;
		this.#sent.add({ outcome });
		if (mail?.outcome.sent !== true) return;
		for (const reference of mail.outcome.references) {
			this.#waiting.set(`${to} ${reference}`, this.#clock.now());
			const [oldest] = this.#waiting.keys();
			if (this.#waiting.size > MOST_WAITING && oldest !== undefined)
				this.#waiting.delete(oldest);
		}
	}

	#event({ at, event, state }: Activity & { readonly type: "event" }): void {
		if (event.type !== "report-sent" && event.type !== "report-failed") return;
		const { destination: id } = event;
		const url = state.reporting.destinations.find(
			(each) => each.id === id,
		)?.url;
		const isSent = event.type === "report-sent";
		const isReceiver = url?.startsWith("ip://") ?? false;
		const usual = isSent ? "ack" : "refused";
		// A destination's reports go one after the other: its last answer is this one's.
		this.#reports.add({
			destination: `${id}`,
			protocol: isReceiver ? "dc09" : "sms",
			outcome: (isReceiver && this.#answers.get(id)) || usual,
		});
		if (isSent) this.#lastSuccess.set(id, at);
	}

	#mail(event: MailEvent): void {
		if (event.type === "sent")
			this.#untold = [...this.#untold, event].slice(-10);
	}

	#modem(event: ModemEvent): void {
		if (event.type !== "delivery" || event.outcome === "pending") return;
		const key = `${event.to} ${event.reference}`;
		const since = this.#waiting.get(key);
		if (since === undefined) return;
		this.#waiting.delete(key);
		if (event.outcome !== "completed") return;
		this.#sent.add({ outcome: "delivered" });
		this.#delivery.observe((this.#clock.now() - since) / 1000);
	}

	#logged(): void {
		const { log } = this.#panel.state.runtime;
		for (const { event, by } of log.filter(
			({ sequence }) => sequence > this.#lastLogged,
		))
			if (event === "wrong-code")
				this.#wrongCodes.add({ way: by.split(" ")[0] ?? "" });
		this.#lastLogged = log.at(-1)?.sequence ?? this.#lastLogged;
	}
}

/** What a receiver answered to a report, in one word. */
function answerOf(reception: ReportReception): string {
	return reception.reached ? "ack" : answers[reception.why];
}

const answers: { readonly [W in NotReceived]: string } = {
	"no-connection": "refused",
	"no-answer": "timeout",
	"refused-nak": "nak",
	"refused-duh": "duh",
	closed: "refused",
};

type SentMail = MailEvent & { readonly type: "sent" };

/** What came of a text, in one of four words. */
function outcomeOf({
	report,
	silence,
}: Activity & { readonly type: "text" }): string {
	if (report.accepted) return "done";
	if (silence === null) return "refused";
	return nobodys.has(silence) ? "unknown" : "strange";
}

/** Silence to those who are not on the list. */
const nobodys: ReadonlySet<SilenceReason> = new Set([
	"unlisted",
	"strangers",
	"disabled",
]);
