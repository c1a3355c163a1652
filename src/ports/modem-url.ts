import type { SerialPlace } from "../transport/serial.ts";
import type { TcpPlace } from "../transport/tcp.ts";
import { readTransportUrl } from "../transport/transport-url.ts";

/** Where a modem is, as written on a command line. */
export type ModemPlace =
	| ({ readonly kind: "serial" } & SerialPlace)
	| ({ readonly kind: "tcp" } & TcpPlace)
	/** Whichever serial port answers to AT. */
	| { readonly kind: "auto" }
	/** A modem in software, on a network of its own. */
	| { readonly kind: "virtual" };

export type ReadModemUrl =
	| { readonly ok: true; readonly place: ModemPlace }
	/** One line for people, with what would be right. */
	| { readonly ok: false; readonly reason: string };

const forms = "serial:///dev/ttyUSB0?baud=115200, tcp://host:8081, auto:";

/** Reads `serial:///dev/ttyUSB0?baud=115200`, `tcp://host:8081`, `auto:` or `virtual:`. Total. */
export function readModemUrl(text: string): ReadModemUrl {
	if (text === "auto:") return { ok: true, place: { kind: "auto" } };
	if (text === "virtual:") return { ok: true, place: { kind: "virtual" } };
	if (/^(auto|virtual)$/.test(text)) return wrong(text, `write ${text}:`);
	if (/^(\/|COM\d+$)/.test(text)) {
		const slashes = text.startsWith("/") ? "//" : "";
		return wrong(text, `write serial:${slashes}${text}`);
	}
	if (!/^(serial|tcp|pty):/.test(text))
		return wrong(text, `write ${forms} or virtual:`);
	const read = readTransportUrl(text);
	if (!read.ok) return read;
	const { place } = read;
	switch (place.kind) {
		case "pty":
			return wrong(
				text,
				`a pseudo-terminal that a modem is behind is serial:${place.path}`,
			);
		case "tcp":
			return place.port === 0
				? wrong(text, "port 0 is for those who listen; write tcp://host:8081")
				: { ok: true, place };
		case "serial":
			return { ok: true, place };
	}
}

function wrong(text: string, right: string): ReadModemUrl {
	return { ok: false, reason: `${text} is no modem: ${right}` };
}
