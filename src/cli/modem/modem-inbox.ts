import { shown } from "../../../grammar/message/terminal-text.ts";
import {
	deleteStored,
	type ListedMessage,
	listStored,
} from "../../modem/receiving/stored-listing.ts";
import { faultError } from "../../ports/modem-line-error.ts";
import { describeStatus } from "../../sms/status.ts";
import { systemClock as clock } from "../../time/system-clock.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import type { ModemRequest } from "./modem-request.ts";
import { askModem, unlock } from "./modem-session.ts";

export interface InboxOptions {
	readonly storage?: string | undefined;
	readonly delete?: string | undefined;
}

/** Lists the messages that a modem keeps, and deletes those that are named. */
export async function inbox(
	request: ModemRequest,
	{ storage, delete: unwanted }: InboxOptions,
): Promise<ExitCode> {
	if (unwanted !== undefined && !/^(all|\d+)$/.test(unwanted))
		throw new UsageError("--delete: the number of a message, or all");
	if (storage !== undefined && !/^[A-Za-z]{2}$/.test(storage))
		throw new UsageError("--storage: two letters, as SM or ME");
	const owner = "alarmpanel modem inbox";
	return askModem(request, { owner, clock }, async (session) => {
		const fault = await unlock(session, clock, request.pin);
		if (fault !== null) throw faultError(fault);
		const wanted = storage?.toUpperCase() ?? null;
		const listing = await listStored(session, clock, wanted);
		if (!listing.ok) throw new Error(listing.reason);
		const { messages, marked, storages } = listing;
		const chosen = messages.filter(
			({ index }) => unwanted === "all" || String(index) === unwanted,
		);
		const { deleted, reason } =
			chosen.length > 1 && unwanted !== "all"
				? {
						deleted: [],
						reason: `${chosen.map(placeOf).join(" and ")} have that number; choose with --storage`,
					}
				: await deleteStored(session, chosen);
		if (request.json)
			print({
				storages,
				marked,
				messages: messages.map((message) => ({
					...messageJson(message),
					deleted: deleted.includes(message),
				})),
			});
		else for (const line of messageLines(messages)) print(line);
		if (messages.length === 0) complain("no messages");
		if (marked)
			complain(
				"this modem marks what it lists: all messages count as read now",
			);
		for (const message of deleted) complain(`deleted ${placeOf(message)}`);
		if (reason !== null) complain(`alarmpanel: not deleted: ${reason}`);
		if (reason !== null) return ExitCode.runtime;
		if (unwanted === undefined || unwanted === "all" || deleted.length > 0)
			return ExitCode.ok;
		complain(`alarmpanel: there is no message ${unwanted}`);
		return ExitCode.runtime;
	});
}

function placeOf({ storage, index }: ListedMessage): string {
	return `${storage} ${index}`.trim();
}

function messageLines(messages: readonly ListedMessage[]): string[] {
	const rows = messages.map((message) => {
		const { from, sentAt, text } = messageJson(message);
		return [
			placeOf(message),
			message.status ?? "",
			shown(from ?? ""),
			sentAt ?? "",
			partOf(message) + shown(text),
		];
	});
	const widths = [0, 1, 2, 3].map((column) =>
		Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	return rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join("  ")
			.trimEnd(),
	);
}

function partOf({ content }: ListedMessage): string {
	if (content.type !== "part" || content.part.concatenation === null) return "";
	const { number, total } = content.part.concatenation;
	return `(${number} of ${total}) `;
}

function messageJson({ storage, index, status, content }: ListedMessage) {
	const place = { storage, index, status, type: content.type };
	switch (content.type) {
		case "part": {
			const { from, text, sentAt, concatenation } = content.part;
			const at = sentAt === null ? null : instantText(sentAt);
			return { ...place, from, sentAt: at, text, concatenation };
		}
		case "report": {
			const { to, status: st, reference } = content.report;
			const text = `delivery report ${reference}: ${describeStatus(st).meaning}`;
			return { ...place, from: to, sentAt: null, text };
		}
		case "data": {
			const { from, port } = content;
			const text = `data for port ${port}, not a text`;
			return { ...place, from, sentAt: null, text };
		}
		case "outgoing":
			return { ...place, from: null, sentAt: null, text: "written here" };
		case "unreadable":
			return {
				...place,
				from: null,
				sentAt: null,
				text: `cannot be read: ${content.reason}`,
			};
	}
}

function instantText(instant: number): string {
	return new Date(instant).toISOString().replace(".000Z", "Z");
}
