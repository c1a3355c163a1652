import { messageOf } from "../../error-message.ts";

/** MQTT's codes of why a broker refuses: those of version 5, and of 3.1.1 where they are small. */
const codes: { readonly [code: number]: string } = {
	1: "the broker knows no such version",
	2: "the broker refuses the client id",
	3: "the broker is not available",
	4: "user or password is wrong",
	5: "user or password is wrong, or the broker lets nobody of that name in",
	130: "the broker does not keep to the protocol",
	132: "the broker knows no such version",
	133: "the broker refuses the client id",
	134: "user or password is wrong",
	135: "user or password is wrong, or the broker lets nobody of that name in",
	136: "the broker is not available",
	137: "the broker is busy",
	138: "the broker has banned this client",
	139: "the broker is shutting down",
	141: "the broker did not hear of the panel for too long",
	142: "another client has taken the session over",
	149: "a message is longer than the other end takes",
};

const NOT_AUTHORIZED = 135;
const TAKEN_OVER = 142;

/** The operating system's and TLS's codes in words. */
const systemReasons: { readonly [code: string]: string } = {
	ECONNREFUSED: "nobody listens there",
	ENOTFOUND: "there is no such host",
	EAI_AGAIN: "the host's name cannot be looked up now",
	ETIMEDOUT: "the broker does not answer",
	EHOSTUNREACH: "no way leads to the host",
	ENETUNREACH: "no way leads to the host",
	ECONNRESET: "the broker has cut the connection",
	SELF_SIGNED_CERT_IN_CHAIN:
		"its certificate is signed by an authority that is not known here; --mqtt-ca names it",
	DEPTH_ZERO_SELF_SIGNED_CERT:
		"its certificate is signed by itself; --mqtt-ca names it",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE:
		"its certificate is signed by an authority that is not known here; --mqtt-ca names it",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
		"its certificate is signed by an authority that is not known here; --mqtt-ca names it",
	CERT_HAS_EXPIRED: "its certificate has expired",
	ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
};

/** Why a session ended or did not begin, in words. */
export function reasonOfBroker(fault: unknown): string {
	const code = codeIn(fault);
	if (typeof code === "number") return codes[code] ?? `reason code ${code}`;
	if (typeof code === "string")
		return systemReasons[code] === undefined
			? code
			: `${systemReasons[code]} (${code})`;
	if (fault === null) return "the broker has closed it";
	return messageOf(fault);
}

/** Whether a broker says that it does not know the version. */
export function isOlder(fault: unknown): boolean {
	const code = codeIn(fault);
	return code === 1 || code === 132;
}

/** Whether it hung up instead, as a broker may that knows older versions only. */
export function hungUp(fault: unknown): boolean {
	return fault === null || codeIn(fault) === "ECONNRESET";
}

export function isTakenOver(fault: unknown): boolean {
	return codeIn(fault) === TAKEN_OVER;
}

/** Whether the broker answered to what was published; the client says so too where it did not. */
export function isAnswer(fault: unknown): boolean {
	return !fault || typeof codeIn(fault) === "number";
}

/** Whether the broker's list of who may do what forbids it. */
export function publishRefused(fault: unknown): boolean {
	return codeIn(fault) === NOT_AUTHORIZED;
}

function codeIn(fault: unknown): number | string | undefined {
	if (typeof fault !== "object" || fault === null) return undefined;
	const members: { readonly code?: unknown; readonly reasonCode?: unknown } =
		fault;
	const code = members.code ?? members.reasonCode;
	return typeof code === "number" || typeof code === "string"
		? code
		: undefined;
}
