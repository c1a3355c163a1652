/** Sending, and storing what is to be sent (3GPP TS 27.005, 3.5 and 4.3). */
import { writeAddress } from "../../sms/address.ts";
import { decodePdu } from "../../sms/pdu.ts";
import type { Submit } from "../../sms/submit.ts";
import type { Tpdu } from "../../sms/tpdu.ts";
import {
	type MessageState,
	messageStates,
} from "../equipment/message-store.ts";
import { type Answer, cms, ok } from "../session/answer.ts";
import type { AtCommand } from "../session/command.ts";
import {
	type CommandTable,
	type Context,
	forms,
	type Handler,
	integer,
} from "../session/handler.ts";
import { addressArgument } from "../session/line-number.ts";
import { writtenPdu } from "./stored-pdu.ts";
import { textModeSubmit } from "./text-mode-submit.ts";

/** A message as a program hands it over. */
interface Given {
	readonly tpdu: Tpdu;
	/** Empty for the modem's own. */
	readonly serviceCentre: string;
}

/** Hands a message to the network; answers `+CMGS: <mr>`, or the same under the name of the command. */
function send(
	name: string,
	submit: Submit,
	serviceCentre: string,
	{ equipment }: Context,
): Answer {
	const { registration } = equipment;
	if (registration !== 1 && registration !== 5) return cms(331);
	if (serviceCentre === "" && equipment.serviceCentre === "") return cms(330);
	const mr = equipment.nextReference();
	const answer = equipment.line.submit({ ...submit, mr });
	const final = answer.accepted ? ok(`${name}: ${mr}`) : cms(answer.cms);
	const after = equipment.sendingTakes;
	return after === 0 ? final : { kind: "later", after, result: () => final };
}

/** Prompts for a PDU of so many octets and passes it to `use`. */
function promptForPdu(
	length: string | undefined,
	use: (given: Given) => Answer,
): Answer {
	const tpduLength = integer(length, 1, 232);
	if (tpduLength === null) return cms(304);
	return {
		kind: "prompt",
		read(hex) {
			if (hex === null) return cms(304);
			const read = decodePdu(hex, { tpduLength, smsc: "present" });
			if (!read.ok) return cms(304);
			const { smsc, tpdu, trailing } = read.value;
			const serviceCentre = smsc === null ? "" : writeAddress(smsc);
			const octets = hex.replace(/[^0-9a-f]/gi, "").length / 2;
			const behind = octets - 1 - Number.parseInt(hex.trim().slice(0, 2), 16);
			if (behind !== tpduLength || trailing.length > 0) return cms(304);
			if (!writtenPdu(tpdu, serviceCentre).ok) return cms(304);
			return use({ tpdu, serviceCentre });
		},
	};
}

/** Prompts for a text to the number of the command and passes it to `use`. */
function promptForText(
	args: AtCommand["args"],
	{ session: { settings } }: Context,
	use: (given: Given) => Answer,
): Answer {
	const [number = "", type] = args;
	const da = addressArgument(number, type, settings.charset);
	if (da === null) return cms(305);
	return {
		kind: "prompt",
		read(typed) {
			const tpdu = typed === null ? null : textModeSubmit(da, typed, settings);
			if (tpdu === null || !writtenPdu(tpdu, "").ok) return cms(305);
			return use({ tpdu, serviceCentre: "" });
		},
	};
}

function promptForMessage(
	args: AtCommand["args"],
	context: Context,
	use: (given: Given) => Answer,
): Answer {
	return context.session.settings.format === "pdu"
		? promptForPdu(args[0], use)
		: promptForText(args, context, use);
}

const sendMessage: Handler = ({ name, args }, context) =>
	promptForMessage(args, context, ({ tpdu, serviceCentre }) =>
		tpdu.type === "submit"
			? send(name, tpdu, serviceCentre, context)
			: cms(304),
	);

const writeMessage: Handler = ({ args }, context) => {
	const { equipment, session } = context;
	const text = session.settings.format === "text";
	const state = stateNamed(args[text ? 2 : 1]);
	if (state === null) return cms(text ? 305 : 304);
	const given = text && (args[0] ?? "") === "" ? ["0"] : args;
	return promptForMessage(given, context, ({ tpdu, serviceCentre }) => {
		const full = equipment.hasFault("storage-full");
		const store = equipment.stores[equipment.preferred.write];
		const place = full ? null : store.add({ state, tpdu, serviceCentre });
		return place === null ? cms(322) : ok(`+CMGW: ${place}`);
	});
};

function stateNamed(text = ""): MessageState | null {
	if (text === "") return "STO UNSENT";
	const byNumber = /^[0-3]$/.test(text)
		? messageStates[Number(text)]
		: undefined;
	return (
		byNumber ??
		messageStates.find((state) => state === text.toUpperCase()) ??
		null
	);
}

const sendStored: Handler = ({ args }, context) => {
	const { equipment, session } = context;
	const store = equipment.stores[equipment.preferred.write];
	const place = integer(args[0], 1, store.capacity);
	const message = place === null ? null : store.at(place);
	if (place === null || message === null) return cms(321);
	const { tpdu, serviceCentre } = message;
	if (tpdu.type !== "submit") return cms(302);
	const other =
		args[1] === undefined
			? tpdu.da
			: addressArgument(args[1], args[2], session.settings.charset);
	if (other === null) return cms(305);
	const answer = send("+CMSS", { ...tpdu, da: other }, serviceCentre, context);
	if (answer.kind === "ok" || answer.kind === "later")
		store.mark(place, "STO SENT");
	return answer;
};

export const smsSendingCommands: CommandTable = {
	"+CMGS": forms({ test: () => ok(), set: sendMessage }),
	"+CMGW": forms({ test: () => ok(), set: writeMessage, do: writeMessage }),
	"+CMSS": forms({ test: () => ok(), set: sendStored }),
	"+CMGC": forms({ test: () => ok(), set: () => cms(303) }),
};
