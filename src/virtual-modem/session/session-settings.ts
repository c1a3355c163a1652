import type { CharacterSet } from "./character-set.ts";

/** How new messages are indicated (`+CNMI`, 3GPP TS 27.005, 3.4.1). */
export interface NewMessageIndications {
	readonly mode: number;
	/** 0: no indication. 1: where it is stored. 2: the message itself. 3: itself, class 3 only. */
	readonly mt: number;
	readonly bm: number;
	/** Status reports. 0: no indication. 1: the report itself. 2: where it is stored. */
	readonly ds: number;
	readonly bfr: number;
}

/** What `+CSMP` sets: first octet, validity period, protocol identifier, coding scheme. */
export interface TextModeParameters {
	readonly fo: number;
	readonly vp: string;
	readonly pid: number;
	readonly dcs: number;
}

/** The settings of one program at the line; the next program starts with the factory's. */
export interface SessionSettings {
	echo: boolean;
	verbose: boolean;
	quiet: boolean;
	/** `+CMEE`, 0 to 2. */
	errors: number;
	format: "pdu" | "text";
	charset: CharacterSet;
	indications: NewMessageIndications;
	textMode: TextModeParameters;
	/** `+CSDH`: whether text mode shows all fields of a message. */
	details: boolean;
	/** `+CSMS`: 1: the program must acknowledge a message that goes to it directly. */
	service: number;
	/** `+COPS=3,<format>`: 0 long, 1 short, 2 number. */
	operatorFormat: number;
	/** `+CUSD=1`. */
	ussdShown: boolean;
	/** Settings that are kept and have no effect, by the name of their command. */
	readonly remembered: Map<string, string>;
}

/** As after power on, `ATZ` and `AT&F`. */
export function factorySettings(): SessionSettings {
	return {
		echo: true,
		verbose: true,
		quiet: false,
		errors: 0,
		format: "pdu",
		charset: "IRA",
		indications: { mode: 2, mt: 1, bm: 0, ds: 0, bfr: 0 },
		textMode: { fo: 17, vp: "167", pid: 0, dcs: 0 },
		details: false,
		service: 0,
		operatorFormat: 0,
		ussdShown: false,
		remembered: new Map(),
	};
}
