import { expect, test } from "vitest";
import { ToldLines } from "../../../src/cli/run/told-lines.ts";
import { journalOf } from "../../../src/firmware/answer/journal.ts";
import type { MailEvent } from "../../../src/firmware/mail-room.ts";
import type { Leaving, Outgoing } from "../../../src/firmware/outbox/next.ts";
import { reportSms } from "../../../src/firmware/outbox/report-sms.ts";
import { respond } from "../../../src/firmware/respond.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import type { ModemEvent } from "../../../src/modem/link/modem-event.ts";
import { asTyped } from "../../../src/panel/state/phone-number.ts";
import type { PanelState } from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { readTypedEvent } from "../../../src/panel/typed-event.ts";
import { virtualClock } from "../../../src/time/virtual-clock.ts";
import { noColors } from "../../../src/views/colors.ts";
import { explainEntry } from "../../../src/views/explain-entry.ts";
import { happeningJson } from "../../../src/views/json/happening-json.ts";
import { mailJson, mailText } from "../../../src/views/mail-text.ts";
import { ANNA, panelWithPeople } from "../../support/panel-with-people.ts";
import { NOON, PANEL } from "../../support/texting.ts";
import { CENTRE, watchedParts } from "../../support/watched-panel.ts";

const house: PanelState = { ...panelWithPeople, ...watchedParts };

function linesOf(
	state: PanelState,
	leaving: () => Leaving | null = () => null,
): ToldLines {
	const panel = {
		state,
		model: vst2752,
		numbering: asTyped,
		get leaving() {
			return leaving();
		},
	};
	return new ToldLines(panel, virtualClock(NOON));
}

function after(state: PanelState, step: string): PanelState {
	const read = readTypedEvent(step);
	if (!read.ok) throw new Error(step);
	return transition(state, read.event, NOON).state;
}

const answer = { to: ANNA, text: "The house is disarmed." };

/** A text that the network took, and its delivery report. */
function texted(sms: Outgoing, message: number, reference: number) {
	const mail: MailEvent = {
		type: "sent",
		...sms,
		outcome: { sent: true, references: [reference] },
	};
	const modem: ModemEvent = {
		type: "delivery",
		message,
		to: sms.to,
		part: 1,
		total: 1,
		reference,
		outcome: "completed",
		meaning: "received by the other end",
	};
	return { mail, modem };
}

/** The text of the first report that waits. */
function reportOf(state: PanelState): Outgoing {
	const [report] = state.runtime.outbox;
	const [destination] = state.reporting.destinations;
	if (report === undefined || destination === undefined)
		throw new Error("nothing is reported");
	return reportSms(state, report, destination) ?? { to: "", text: "" };
}

test.each(["keypad 9898 home", "zone 5 open"])(
	"the text of a silent report is told of nowhere, and leaves no gap: %s",
	(step) => {
		const state = after(house, step);
		const silent = reportOf(state);
		expect(silent.to).toBe(CENTRE);
		let sending: Leaving | null = null;
		// The answer waits for a phone that cannot be reached, and is not in the way.
		const lines = linesOf(
			transition(
				state,
				{ type: "queue-text", ...answer, by: { via: "clock" } },
				NOON,
			).state,
			() => sending,
		);
		const of = (
			leaving: Leaving,
			event: ModemEvent,
		): ReturnType<ToldLines["modem"]> => {
			sending = leaving;
			return lines.modem(event);
		};
		const report: Leaving = {
			kind: "report",
			id: state.runtime.outbox[0]?.id ?? 0,
			destination: 1,
			sms: silent,
		};
		const reply: Leaving = { kind: "answer", id: 1, sms: answer };
		const [first, hidden, second] = [
			texted(answer, 1, 255),
			texted(silent, 2, 0),
			texted(answer, 3, 1),
		];
		const retry = { type: "send-retry", part: 1, total: 1, again: 1 } as const;
		const failed = { sent: false, reason: "x", retry: true } as const;
		expect([
			lines.mail(first.mail),
			of(report, { ...retry, message: 2, to: CENTRE, reason: "busy" }),
			lines.mail({ type: "sent", ...silent, outcome: failed }),
			lines.mail(hidden.mail),
			lines.modem(hidden.modem),
			lines.modem(first.modem),
			of(reply, { ...retry, message: 3, to: ANNA, reason: "busy" }),
			lines.mail(second.mail),
			lines.modem(second.modem),
		]).toEqual([
			texted(answer, 1, 1).mail,
			...[null, null, null, null],
			texted(answer, 1, 1).modem,
			{ ...retry, message: 2, to: ANNA, reason: "busy" },
			texted(answer, 2, 2).mail,
			texted(answer, 2, 2).modem,
		]);
	},
);

test("the text of any other report is told", () => {
	const state = after(house, "battery low");
	const { mail, modem } = texted(reportOf(state), 1, 1);
	const lines = linesOf(state);
	expect([lines.mail(mail), lines.modem(modem)]).toEqual([mail, modem]);
});

test("a silent alarm leaves no entry and no gap in the numbers", () => {
	const told = (steps: readonly string[]) => {
		const lines = linesOf(house);
		let state = house;
		return steps.flatMap((step) => {
			const before = state;
			state = after(state, step);
			return happeningJson(...lines.happening(before, state));
		});
	};
	const calm = ["keypad 1234 home", "keypad 1234 disarm", "battery low"];
	const [arm = "", ...rest] = calm;
	expect(told([arm, "zone 5 open", ...rest, "zone 5 close"])).toEqual(
		told(calm),
	);
	expect(told(calm)).toHaveLength(5);
});

test.each(["DISARM 9898", "9898 disarm", "arm 9898", "DISARM 9898 please"])(
	"%s under duress is told as with the user's own code",
	(text) => {
		const told = (text: string) => {
			const panel = { model: vst2752, number: PANEL };
			const sms = { from: ANNA, text, sentAt: NOON };
			const response = respond(panel, house, sms, NOON);
			const journal = journalOf(panel, house, sms, response);
			const exchange = { before: house, response, journal };
			const event = linesOf(response.state).mail({
				type: "received",
				mail: sms,
				exchange,
			});
			if (event === null) throw new Error("it is told");
			return [
				mailText(event, true),
				mailJson(event, null),
				journalTexts(event),
			];
		};
		expect(told(text)).toEqual(told(text.replace("9898", "1234")));
		expect(JSON.stringify(told(text))).not.toContain("9898");
	},
);

/** What stands below the line where secrets are shown. */
function journalTexts(event: MailEvent): readonly string[] {
	return event.type === "received"
		? event.exchange.journal.map((entry) =>
				explainEntry(vst2752, entry, noColors),
			)
		: [];
}
