/** How messages are sent, shown and indicated (3GPP TS 27.005, 3.2 and 3.3). */
import { readAddress } from "../../sms/address.ts";
import { cms, ok } from "../session/answer.ts";
import { toLine } from "../session/character-set.ts";
import {
	type CommandTable,
	forms,
	type Handler,
	integer,
	integerOr,
	remembered,
} from "../session/handler.ts";
import { numberArgument, typeOfAddressNumber } from "../session/line-number.ts";

const setIndications: Handler = ({ args }, { session }) => {
	const before = session.settings.indications;
	const mode = integerOr(args[0], 0, 3, before.mode);
	const mt = integerOr(args[1], 0, 3, before.mt);
	const bm = integerOr(args[2], 0, 3, before.bm);
	const ds = integerOr(args[3], 0, 2, before.ds);
	const bfr = integerOr(args[4], 0, 1, before.bfr);
	if (
		mode === null ||
		mt === null ||
		bm === null ||
		ds === null ||
		bfr === null
	)
		return cms(303);
	session.settings.indications = { mode, mt, bm, ds, bfr };
	if (mode === 0) return ok();
	if (bfr === 1) session.dropCodes();
	else session.releaseCodes();
	return ok();
};

const setTextMode: Handler = ({ args }, { session }) => {
	const before = session.settings.textMode;
	const fo = integerOr(args[0], 0, 255, before.fo);
	const pid = integerOr(args[2], 0, 255, before.pid);
	const dcs = integerOr(args[3], 0, 255, before.dcs);
	const vp = args[1] === undefined || args[1] === "" ? before.vp : args[1];
	const isPeriod =
		integer(vp, 0, 255) !== null ||
		/^\d\d\/\d\d\/\d\d,\d\d:\d\d:\d\d[+-]\d\d$/.test(vp);
	if (fo === null || pid === null || dcs === null || !isPeriod) return cms(305);
	session.settings.textMode = { fo, vp, pid, dcs };
	return ok();
};

/** `AT+CNMA=1,<length>` prompts for an acknowledgement PDU; its content does not matter. */
const acknowledge: Handler = ({ args: [digit, length = ""] }, context) => {
	const { acknowledgement } = context.equipment;
	const how = integerOr(digit, 0, 2, 0);
	if (how === null) return cms(303);
	const give = () => (acknowledgement.give(how !== 2) ? ok() : cms(340));
	return length === "" || !acknowledgement.expected
		? give()
		: { kind: "prompt", read: give };
};

export const smsSettingCommands: CommandTable = {
	"+CSMS": forms({
		test: () => ok("+CSMS: (0,1)"),
		read: (_, { session }) => ok(`+CSMS: ${session.settings.service},1,1,1`),
		set({ args: [service] }, { session }) {
			const chosen = integer(service, 0, 1);
			if (chosen === null) return cms(303);
			session.settings.service = chosen;
			return ok("+CSMS: 1,1,1");
		},
	}),
	"+CMGF": forms({
		test: () => ok("+CMGF: (0,1)"),
		read: (_, { session }) =>
			ok(`+CMGF: ${session.settings.format === "pdu" ? 0 : 1}`),
		set({ args: [mode] }, { session }) {
			const chosen = integerOr(mode, 0, 1, 0);
			if (chosen === null) return cms(303);
			session.settings.format = chosen === 0 ? "pdu" : "text";
			return ok();
		},
	}),
	"+CSCA": forms({
		test: () => ok(),
		read(_, { equipment, session }) {
			const number = equipment.serviceCentre;
			const shown = toLine(session.settings.charset, number);
			return ok(
				`+CSCA: "${shown}",${typeOfAddressNumber(readAddress(number))}`,
			);
		},
		set({ args: [text = "", type] }, { equipment, session }) {
			const address = numberArgument(text, type, session.settings.charset);
			if (text !== "" && address === null) return cms(305);
			equipment.serviceCentre = address === null ? "" : address;
			return ok();
		},
	}),
	"+CSMP": forms({
		test: () => ok("+CSMP: (0-255),(0-255),(0-255),(0-255)"),
		read(_, { session }) {
			const { fo, vp, pid, dcs } = session.settings.textMode;
			const period = /^\d+$/.test(vp) ? vp : `"${vp}"`;
			return ok(`+CSMP: ${fo},${period},${pid},${dcs}`);
		},
		set: setTextMode,
	}),
	"+CSDH": forms({
		test: () => ok("+CSDH: (0,1)"),
		read: (_, { session }) => ok(`+CSDH: ${session.settings.details ? 1 : 0}`),
		set({ args: [digit] }, { session }) {
			const chosen = integerOr(digit, 0, 1, 0);
			if (chosen === null) return cms(305);
			session.settings.details = chosen === 1;
			return ok();
		},
	}),
	"+CNMI": forms({
		test: () => ok("+CNMI: (0-3),(0-3),(0-3),(0-2),(0,1)"),
		read(_, { session }) {
			const { mode, mt, bm, ds, bfr } = session.settings.indications;
			return ok(`+CNMI: ${mode},${mt},${bm},${ds},${bfr}`);
		},
		set: setIndications,
	}),
	"+CNMA": forms({
		test: () => ok("+CNMA: (0-2)"),
		do: acknowledge,
		set: acknowledge,
	}),
	...remembered("+CMMS", "(0-2)", "0"),
	...remembered("+CGSMS", "(0-3)", "3"),
	...remembered("+CSCB", "(0,1)", "0"),
	...remembered("+CSAS", "(0)", "0"),
	...remembered("+CRES", "(0)", "0"),
};
