/** How the modem takes what the network delivers (3GPP TS 27.005, 3.4.1). */
import type { DeliveryAnswer, Subscriber } from "../../network/subscriber.ts";
import { decodeDcs } from "../../sms/data-coding-scheme.ts";
import type { Deliver } from "../../sms/deliver.ts";
import type { StatusReport } from "../../sms/status-report.ts";
import type { Equipment } from "../equipment/equipment.ts";
import type { Session } from "../session/session.ts";
import { pduOf } from "./stored-pdu.ts";
import { reportFields, textIndication } from "./text-mode.ts";

type Brought = Deliver | StatusReport;

/** @param sessions of the programs at the line, the latest last */
export function reception(
	equipment: Equipment,
	sessions: () => readonly Session[],
): Subscriber["deliver"] {
	return (tpdu, answer) => {
		const { registration } = equipment;
		if (registration !== 1 && registration !== 5) {
			answer("unreachable");
			return;
		}
		const listening = equipment.hasFault("deaf") ? [] : sessions();
		const direct = listening.filter((session) => wantsDirectly(session, tpdu));
		const latest = direct.at(-1);
		// Each program waits for the reports on its own messages.
		if (tpdu.type === "status-report")
			for (const session of direct.slice(0, -1))
				indicate(session, tpdu, equipment);
		if (latest !== undefined) bringTo(latest, tpdu, equipment, answer);
		else if (isKept(tpdu, listening)) store(tpdu, equipment, listening, answer);
		else answer("taken");
	};
}

/** Whether a message or report goes to the program directly and into no store. */
function wantsDirectly({ settings }: Session, tpdu: Brought): boolean {
	const { mt, ds } = settings.indications;
	if (tpdu.type === "status-report") return ds === 1;
	const messageClass = decodeDcs(tpdu.dcs).class;
	// Class 2 belongs on the card.
	if (messageClass === 2) return false;
	return mt === 2 || (mt === 3 && messageClass === 3);
}

/** A report is kept only where a program asked for reports in the store. */
function isKept(tpdu: Brought, listening: readonly Session[]): boolean {
	return (
		tpdu.type === "deliver" ||
		listening.some(({ settings }) => settings.indications.ds === 2)
	);
}

function bringTo(
	session: Session,
	tpdu: Brought,
	equipment: Equipment,
	answer: (verdict: DeliveryAnswer) => void,
): void {
	const { settings } = session;
	indicate(session, tpdu, equipment);
	if (settings.service === 0) {
		answer("taken");
		return;
	}
	equipment.acknowledgement.expect(session, (taken) => {
		// No acknowledgement: nothing goes directly until `+CNMI` asks for it again (27.005, 3.4.4).
		if (taken === null)
			settings.indications = { ...settings.indications, mt: 0, ds: 0 };
		answer(taken === true ? "taken" : "unreachable");
	});
}

function indicate(
	session: Session,
	tpdu: Brought,
	{ line: { serviceCentre } }: Equipment,
): void {
	session.tell(indication(tpdu, session, serviceCentre), "message");
}

function indication(
	tpdu: Brought,
	{ settings }: Session,
	serviceCentre: string,
): string {
	const report = tpdu.type === "status-report";
	if (settings.format === "text")
		return report
			? `+CDS: ${reportFields(tpdu, settings)}`
			: textIndication(tpdu, serviceCentre, settings);
	const { hex, tpduLength } = pduOf({
		state: "REC UNREAD",
		tpdu,
		serviceCentre,
	});
	return `${report ? "+CDS: " : "+CMT: ,"}${tpduLength}\r\n${hex}`;
}

function store(
	tpdu: Brought,
	equipment: Equipment,
	listening: readonly Session[],
	answer: (verdict: DeliveryAnswer) => void,
): void {
	const name = equipment.preferred.receive;
	const place = equipment.hasFault("storage-full")
		? null
		: equipment.stores[name].add({
				state: "REC UNREAD",
				tpdu,
				serviceCentre: equipment.line.serviceCentre,
			});
	if (place === null) {
		answer("memory-full");
		return;
	}
	answer("taken");
	const word = tpdu.type === "status-report" ? "+CDSI" : "+CMTI";
	for (const session of listening) {
		const { mt, ds } = session.settings.indications;
		const wanted = tpdu.type === "status-report" ? ds === 2 : mt !== 0;
		if (wanted) session.tell(`${word}: "${name}",${place}`, "message");
	}
}
